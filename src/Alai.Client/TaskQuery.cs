using System.Text;

namespace Alai.Client;

/// <summary>Which tasks to list.</summary>
public sealed record TaskQuery
{
    /// <summary>States, or empty for all.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Only this product.</summary>
    public string? Product { get; init; }

    /// <summary>Only this owner or assignee.</summary>
    public string? Owner { get; init; }

    /// <summary>Only this label.</summary>
    public string? Label { get; init; }

    /// <summary>Only this hold code.</summary>
    public string? Hold { get; init; }

    /// <summary>Words of title or body.</summary>
    public string? Text { get; init; }

    /// <summary>Stage tasks too.</summary>
    public bool Stages { get; init; }

    /// <summary>By priority and age instead of newest first.</summary>
    public bool Urgent { get; init; }

    /// <summary>By the day it is wanted; only what has one.</summary>
    public bool Due { get; init; }

    /// <summary>Only what is late.</summary>
    public bool Late { get; init; }

    /// <summary>The cursor of the page before.</summary>
    public string? After { get; init; }

    /// <summary>At most this many, 1 to 500.</summary>
    public int Limit { get; init; } = 50;

    internal string ToQueryString()
    {
        var text = new StringBuilder("?limit=").Append(Limit);
        foreach (var state in States)
            Add(text, "state", state);
        Add(text, "product", Product);
        Add(text, "owner", Owner);
        Add(text, "label", Label);
        Add(text, "hold", Hold);
        Add(text, "text", Text);
        Add(text, "after", After);
        Add(text, "stages", Stages ? "true" : null);
        Add(text, "urgent", Urgent ? "true" : null);
        Add(text, "due", Due ? "true" : null);
        Add(text, "late", Late ? "true" : null);
        return text.ToString();
    }

    private static void Add(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            text.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
