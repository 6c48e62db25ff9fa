namespace Alai.Client.Requests;

/// <summary>Something a person wants remembered.</summary>
public sealed record PostToHive
{
    /// <summary>The text.</summary>
    public string Text { get; set; } = "";

    /// <summary>The kind; <c>knowledge</c> when empty.</summary>
    public string Kind { get; set; } = "";

    /// <summary>The product it is about; empty is shared.</summary>
    public string Product { get; set; } = "";

    /// <summary>Not returned after so many days, or null.</summary>
    public int? Days { get; init; }
}
