using System.Text.Json;

namespace Alai.Orchestration;

/// <summary>A restore under way, on the disk before the first file moves: whoever comes next finishes it.</summary>
internal sealed record RestoreJournal
{
    /// <summary><c>aside</c>: the present store moves away; <c>in</c>: the restored one moves in; <c>note</c>: it is written down.</summary>
    public required string Phase { get; init; }

    /// <summary>The folder the files come from.</summary>
    public required string Source { get; init; }

    /// <summary>The folder the replaced files go to.</summary>
    public required string Aside { get; init; }

    /// <summary>The event's text; empty writes none and halts nothing.</summary>
    public string Note { get; init; } = "";

    public string Actor { get; init; } = "";

    public static RestoreJournal? Read(FactoryHome home) =>
        File.Exists(home.RestoreJournal) ? JsonSerializer.Deserialize<RestoreJournal>(File.ReadAllText(home.RestoreJournal)) : null;

    public void Write(FactoryHome home)
    {
        var next = home.RestoreJournal + ".next";
        using (var file = new FileStream(next, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(file, this);
            file.Flush(true);
        }

        File.Move(next, home.RestoreJournal, overwrite: true);
    }
}
