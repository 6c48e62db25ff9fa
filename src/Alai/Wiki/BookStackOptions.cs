namespace Alai.Wiki;

/// <summary>How to reach a BookStack.</summary>
/// <param name="Address">Its base address, for example <c>https://wiki.example.org/</c>.</param>
/// <param name="TokenId">The id of an API token of a user of its own, without the right to delete.</param>
/// <param name="TokenSecret">The token's secret.</param>
public sealed record BookStackOptions(Uri Address, string TokenId, string TokenSecret)
{
    /// <summary>The longest wait a busy wiki may ask for before the page is left for later.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often one request is sent when the wiki says it is busy.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>Reads a token file: <c>ID:SECRET</c> on one line.</summary>
    /// <returns>The options, or null when the text is no token.</returns>
    public static BookStackOptions? Of(Uri address, string token) =>
        token.Trim().Split(':') is [{ Length: > 0 } id, { Length: > 0 } secret] ? new BookStackOptions(address, id, secret) : null;
}
