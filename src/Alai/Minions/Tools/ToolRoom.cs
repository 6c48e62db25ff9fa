using Alai.Tasks;

namespace Alai.Minions.Tools;

/// <summary>What tools work on in one run.</summary>
internal sealed class ToolRoom
{
    private int _outputs;

    public ToolRoom(WorkOrder order, PathGuard guard)
    {
        Order = order;
        Guard = guard;
    }

    public WorkOrder Order { get; }

    public PathGuard Guard { get; }

    /// <summary>Cleans an output and shortens it to its ends; the whole is kept where the model can read it.</summary>
    public string Shorten(string output)
    {
        var clean = VisibleText.Clean(output);
        return clean.Length <= OutputEnds.Limit ? clean : OutputEnds.Of(clean, Keep(clean));
    }

    /// <summary>Keeps a whole output; returns its name, or empty when the run keeps none.</summary>
    public string Keep(string output)
    {
        if (Order.ArtefactFolder is not { } folder)
            return "";
        var name = $"out-{++_outputs}";
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, name + ".txt"), output);
        return name;
    }

    /// <summary>A kept output, or null.</summary>
    public string? Kept(string name)
    {
        if (Order.ArtefactFolder is not { } folder || !name.StartsWith("out-", StringComparison.Ordinal) || !name.AsSpan(4).ContainsOnlyDigits())
            return null;
        var path = Path.Combine(folder, name + ".txt");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }
}
