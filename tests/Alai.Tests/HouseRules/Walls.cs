namespace Alai.Tests.HouseRules;

/// <summary>The import table of the house. <c>docs/architecture.md</c> prints the same one; change both, and the reason, together.</summary>
internal static class Walls
{
    private static readonly string[] Below =
    [
        "MissionControl", "Safety", "Companies", "Products", "Budgets", "Pipeline", "Settings", "Workspaces", "Sandbox", "Fleet", "Wiki",
        "HiveMind", "Classifying", "Routing", "Prompting", "Minions", "Quality",
    ];

    /// <summary>Room, floor, and the rooms it may import besides Tasks.</summary>
    public static IReadOnlyList<Room> Rooms { get; } =
    [
        new("Tasks", 0, []), new("Yaml", 0, []), new("Redaction", 0, []), new("Storage", 0, []), new("Processes", 0, []),
        new("MissionControl", 1, ["Storage", "Redaction"]),
        new("Safety", 1, ["Yaml"]), new("Companies", 1, ["Yaml"]), new("Products", 1, ["Yaml"]), new("Budgets", 1, ["Yaml"]),
        new("Pipeline", 1, ["Yaml"]), new("Settings", 1, ["Yaml"]),
        new("Workspaces", 1, ["Processes"]), new("Sandbox", 1, ["Processes"]),
        new("Fleet", 1, ["Yaml", "Redaction"]), new("Wiki", 1, ["Yaml", "Redaction"]),
        new("HiveMind", 2, ["Storage", "Redaction", "Fleet"]),
        new("Classifying", 2, ["Fleet"]),
        new("Routing", 2, ["Companies", "Products", "Budgets", "Fleet"]),
        new("Prompting", 2, ["Safety", "Companies", "Products", "HiveMind", "Redaction"]),
        new("Minions", 2, ["Safety", "Companies", "Fleet", "Sandbox", "Workspaces", "Processes", "Redaction"]),
        new("Quality", 2, ["Products", "Sandbox", "Workspaces", "Processes", "Safety", "Redaction"]),
        // Processes: orphans are reaped and deployments run by the daemon itself. Redaction: transcripts and pages.
        new("Orchestration", 3, [.. Below, "Processes", "Redaction"]),
        new("Host", 4, [.. Below, "Orchestration", "Rehearsal", "Client", "Redaction", "Yaml"]),
        // Processes: the demo's product is a repository made with git.
        new("Rehearsal", 4, [.. Below, "Orchestration", "Processes", "Redaction", "Yaml"]),
        new("Cli", 5, ["Client"]),
        new("Client", 5, []),
    ];

    public static Room? Find(string name) => Rooms.FirstOrDefault(room => room.Name == name);

    /// <summary>Arrows the table does not have, each once.</summary>
    public static IReadOnlyList<string> Broken(IEnumerable<Arrow> arrows) =>
    [
        .. arrows.Where(arrow => arrow.From != arrow.To && Find(arrow.To) is not null && !May(arrow.From, arrow.To))
            .GroupBy(arrow => (arrow.From, arrow.To))
            .Select(group => $"{group.Key.From} imports {group.Key.To} ({group.First().Where}); the table does not have this arrow"),
    ];

    /// <summary>Rooms that lead back to themselves.</summary>
    public static IReadOnlyList<string> Cycles(IReadOnlyList<Room> rooms) =>
        [.. rooms.Where(room => Reach(room, rooms, []).Contains(room.Name)).Select(room => $"{room.Name} imports itself in a circle")];

    private static bool May(string from, string to) =>
        Find(from) is { } room && ((to == "Tasks" && from is not ("Cli" or "Client")) || room.Imports.Contains(to));

    private static HashSet<string> Reach(Room room, IReadOnlyList<Room> rooms, HashSet<string> seen)
    {
        foreach (var next in room.Imports.Where(seen.Add))
        {
            if (rooms.FirstOrDefault(r => r.Name == next) is { } found)
                Reach(found, rooms, seen);
        }

        return seen;
    }
}

internal sealed record Room(string Name, int Floor, string[] Imports);

internal sealed record Arrow(string From, string To, string Where);
