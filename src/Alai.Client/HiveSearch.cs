using System.Globalization;
using System.Text;

namespace Alai.Client;

/// <summary>What to look for in HiveMind.</summary>
public sealed record HiveSearch
{
    /// <summary>Words; empty lists the newest.</summary>
    public string Text { get; init; } = "";

    /// <summary>Only this product and what is shared; null looks everywhere.</summary>
    public string? Product { get; init; }

    /// <summary>Only this kind.</summary>
    public string? Kind { get; init; }

    /// <summary>Only what was learned from then on.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>At most so many, 1 to 100.</summary>
    public int Limit { get; init; } = 10;

    internal string ToQueryString()
    {
        var text = new StringBuilder("?limit=").Append(Limit);
        Add(text, "text", Text);
        Add(text, "product", Product);
        Add(text, "kind", Kind);
        Add(text, "since", Since?.ToString("O", CultureInfo.InvariantCulture));
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            text.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
