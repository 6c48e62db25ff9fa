using System.Globalization;
using System.Text.Json;

namespace Alai.Bench;

/// <summary>The figures of one benchmark, printed as a table and as one line of JSON.</summary>
internal sealed class FigureSheet(string bench)
{
    private static readonly JsonSerializerOptions Wire = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly List<Figure> figures = [];
    private readonly List<string> notes = [];
    private readonly Dictionary<string, object?> said = [];

    /// <summary>Whether every goal was met.</summary>
    public bool AllMet => figures.All(figure => figure.Met != false);

    /// <summary>Adds a figure.</summary>
    public void Add(Figure figure) => figures.Add(figure);

    /// <summary>Gives a key of a JSON line that has keys of its own: each key of it is said once at least, null when it was not measured.</summary>
    public void Say(string key, object? value) => said[key] = value;

    /// <summary>Adds a sentence about how it was measured.</summary>
    public void Note(string text) => notes.Add(text);

    /// <summary>Prints the table, and as the last line the JSON if it is asked for.</summary>
    public void Print(TextWriter output, Surroundings surroundings, bool json)
    {
        var width = Math.Max(20, figures.Select(figure => figure.Name.Length).DefaultIfEmpty(0).Max());
        output.WriteLine($"bench {bench}");
        output.WriteLine(surroundings.Line);
        output.WriteLine();
        foreach (var figure in figures)
            output.WriteLine($"{figure.Name.PadRight(width)}  {Number(figure.Value),12} {figure.Unit,-8} {Goal(figure)}".TrimEnd());
        foreach (var note in notes)
            output.WriteLine("  " + note);
        if (json)
            output.WriteLine(said.Count > 0 ? Flat() : JsonSerializer.Serialize(new { Bench = bench, Environment = surroundings, Figures = figures, Notes = notes, AllMet }, Wire));
    }

    private string Flat()
    {
        said["notes"] = notes;
        return JsonSerializer.Serialize(said.ToDictionary(pair => pair.Key, pair => pair.Value is double number ? Math.Round(number, 3) : pair.Value), Wire);
    }

    private static string Goal(Figure figure) => figure.Goal is not { } goal
        ? ""
        : $"goal {(figure.AtMost ? "<=" : ">=")} {Number(goal)}  {(figure.Met == true ? "met" : "MISSED")}";

    private static string Number(double value) => value.ToString(Math.Abs(value) switch { >= 1000 => "#,0", >= 10 => "0.0", _ => "0.00" }, CultureInfo.InvariantCulture);
}
