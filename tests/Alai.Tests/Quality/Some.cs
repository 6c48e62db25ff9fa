using Alai.Quality;
using Alai.Tasks;
using QualityChange = Alai.Quality.Change;

namespace Alai.Tests.Quality;

/// <summary>Tasks and changes with nothing remarkable about them.</summary>
internal static class Some
{
    public static FactoryTask Task(TaskKind kind = TaskKind.Feature, string title = "Add a menu", string body = "") => new()
    {
        Id = new TaskId(7),
        Uid = "01J0000000000000000000000A",
        Title = title,
        Body = body,
        Filer = "human:anna",
        Classification = new Classification(2, Domain.Backend, kind, 1, "rules", "test"),
        Lineage = new Lineage(new TaskId(7), null, Stage.Build),
    };

    public static GateInput Input(QualityChange change, TaskKind kind = TaskKind.Feature, string title = "Add a menu") =>
        new() { Task = Task(kind, title), Change = change };

    /// <summary>A change of one file, made of the lines it gained and lost.</summary>
    public static QualityChange Of(string path, string added, string removed = "", FileChange kind = FileChange.Modified) =>
        new([new ChangedFile(path, kind, Lines(added), Lines(removed))]);

    private static IReadOnlyList<DiffLine> Lines(string text) =>
        text.Length == 0 ? [] : [.. text.Split('\n').Select((line, index) => new DiffLine(index + 1, line))];
}
