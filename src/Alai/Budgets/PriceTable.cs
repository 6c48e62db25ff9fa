using Alai.Tasks;
using Alai.Yaml;

namespace Alai.Budgets;

/// <summary>Prices as data; a model that is not in the table has no price and so cannot be paid for.</summary>
public sealed class PriceTable
{
    private static readonly YamlShape Shape = new("prices.yaml",
    [
        new("prices", YamlKind.Maps, "One entry a model.") { Required = true },
        new("prices.model", YamlKind.Text, "The name, or its beginning.") { Required = true },
        new("prices.input_usd", YamlKind.Number, "US dollars for a million tokens read.") { Required = true, Minimum = 0 },
        new("prices.output_usd", YamlKind.Number, "US dollars for a million tokens written.") { Required = true, Minimum = 0 },
    ]);

    /// <summary>Makes a table.</summary>
    /// <param name="prices">The prices.</param>
    public PriceTable(IEnumerable<ModelPrice> prices) => Prices = [.. prices.OrderByDescending(price => price.Model.Length)];

    /// <summary>The table that ships with the factory.</summary>
    public static PriceTable Shipped { get; } = ReadShipped();

    /// <summary>The prices, longest name first.</summary>
    public IReadOnlyList<ModelPrice> Prices { get; }

    /// <summary>The price of a model, or null when it is unknown.</summary>
    /// <param name="model">The name as the tier gives it.</param>
    public ModelPrice? Find(string model) =>
        Prices.FirstOrDefault(price => model.StartsWith(price.Model, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a text.</summary>
    /// <param name="text">The YAML.</param>
    /// <param name="file">The name printed with problems.</param>
    /// <returns>The table, or null with every problem.</returns>
    public static (PriceTable? Table, IReadOnlyList<ConfigProblem> Problems) Parse(string text, string file)
    {
        var problems = new List<ConfigProblem>();
        var root = Shape.Check(YamlDocument.Parse(text, file), problems);
        if (root is null || problems.Count > 0)
            return (null, problems);
        return (new PriceTable(root.Maps("prices").Select(map => new ModelPrice(
            map.Text("model")!.ToLowerInvariant(), Micro(map.Number("input_usd")), Micro(map.Number("output_usd"))))), problems);
    }

    private static long Micro(decimal? dollars) => (long)((dollars ?? 0) * 1_000_000m);

    private static PriceTable ReadShipped()
    {
        using var stream = typeof(PriceTable).Assembly.GetManifestResourceStream("Alai.Budgets.prices.yaml")
            ?? throw new FactoryException("The shipped prices are not inside this build.", "Build ALAI again from its sources.");
        using var reader = new StreamReader(stream);
        var (table, problems) = Parse(reader.ReadToEnd(), "prices.yaml");
        return table ?? throw new FactoryException($"The shipped prices cannot be read: {string.Join("; ", problems)}", "Build ALAI again from its sources.");
    }
}
