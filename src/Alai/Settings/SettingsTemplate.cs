using System.Reflection;
using Alai.Tasks;

namespace Alai.Settings;

/// <summary>The commented <c>alai.yaml</c> that <c>alai init</c> writes: every key, each with its default, all switched off.</summary>
public static class SettingsTemplate
{
    /// <summary>The text.</summary>
    public static string Text { get; } = Read();

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Alai.Settings.template.yaml")
            ?? throw new FactoryException("the assembly lacks its settings template", "Build it again.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
