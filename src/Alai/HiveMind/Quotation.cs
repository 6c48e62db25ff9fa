using System.Globalization;
using System.Text;
using Alai.Tasks;

namespace Alai.HiveMind;

/// <summary>Turns entries into quoted data: every line of theirs is marked, so none can pass for an instruction or end the quote.</summary>
internal static class Quotation
{
    private const string Mark = "> ";

    public static string Of(HiveEntry entry)
    {
        var source = entry.Source;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"knowledge #{entry.Id} ({SnakeWord<HiveKind>.Of(entry.Kind)}, trust {SnakeWord<TrustLabel>.Of(source.Trust)}, by {source.By}");
        if (source.Task is { } task)
            text.Append(", task ").Append(task);
        if (source.Model.Length > 0)
            text.Append(", model ").Append(source.Model);
        text.Append(CultureInfo.InvariantCulture, $", {entry.LearnedAt:yyyy-MM-dd}):\n");
        foreach (var line in entry.Text.ReplaceLineEndings("\n").Split('\n'))
            text.Append(Mark).Append(line).Append('\n');
        return text.ToString();
    }

    /// <summary>The text without quotation, so that what was recalled is recognised when it comes back.</summary>
    public static string Bare(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n')
            .Where(line => !line.StartsWith("knowledge #", StringComparison.Ordinal))
            .Select(line => line.StartsWith(Mark, StringComparison.Ordinal) ? line[Mark.Length..] : line)).Trim();
}
