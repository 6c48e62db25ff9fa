namespace Alai.Client.Requests;

/// <summary>A product to register by discovery.</summary>
public sealed record AddProduct
{
    /// <summary>The checkout's folder, or a URL.</summary>
    public string Path { get; set; } = "";

    /// <summary>Its name, or null for the folder's.</summary>
    public string? Name { get; init; }
}
