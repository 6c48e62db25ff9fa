namespace Alai.Client.Requests;

/// <summary>A project somebody wants a run on.</summary>
public sealed record PrepareRun
{
    /// <summary>An absolute folder of a checkout.</summary>
    public string Path { get; set; } = "";

    /// <summary>The product's name when it is registered now; null for the folder's.</summary>
    public string? Name { get; init; }
}
