using System.Text.Json;

namespace Alai.Orchestration;

/// <summary>What care remembers between two daemons: one small file, replaced whole.</summary>
internal sealed record CareState
{
    /// <summary>When the whole store was checked last.</summary>
    public DateTimeOffset? CheckedAt { get; init; }

    /// <summary>What was wrong then; empty when it was sound.</summary>
    public string Problem { get; init; } = "";

    /// <summary>Links of the chain that were followed.</summary>
    public long Links { get; init; }

    /// <summary>When leftovers were swept last.</summary>
    public DateTimeOffset? SweptAt { get; init; }

    public static CareState Read(FactoryHome home)
    {
        try
        {
            return File.Exists(home.CareState) ? JsonSerializer.Deserialize<CareState>(File.ReadAllText(home.CareState)) ?? new CareState() : new CareState();
        }
        catch (Exception broken) when (broken is JsonException or IOException)
        {
            // Nothing here decides anything but when to look again.
            return new CareState();
        }
    }

    public void Write(FactoryHome home)
    {
        var next = home.CareState + ".next";
        File.WriteAllText(next, JsonSerializer.Serialize(this));
        File.Move(next, home.CareState, overwrite: true);
    }
}
