namespace Alai.Settings;

/// <summary>Reads <c>OLLAMA_HOST</c> the way Ollama's own client does: scheme and port may be left out.</summary>
internal static class OllamaAddress
{
    private const int DefaultPort = 11434;
    private static readonly Uri Loopback = new($"http://127.0.0.1:{DefaultPort}");

    public static Uri Parse(string? text)
    {
        text = text?.Trim().Trim('"', '\'', ' ').TrimEnd('/') ?? "";
        if (text.Length == 0)
            return Loopback;
        var hasScheme = text.Contains("://", StringComparison.Ordinal);
        if (text[0] == ':')
            text = "127.0.0.1" + text;
        if (!Uri.TryCreate(hasScheme ? text : "http://" + text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return Loopback;

        // A URL with a scheme keeps its scheme's port; a bare host means Ollama's. "Listen everywhere" is no address to call.
        var port = hasScheme || HasPort(text) ? uri.Port : DefaultPort;
        var host = uri.Host is "0.0.0.0" or "[::]" ? "127.0.0.1" : uri.Host;
        return new UriBuilder(uri.Scheme, host, port).Uri;
    }

    private static bool HasPort(string text) =>
        text.LastIndexOf(':') is >= 0 and var colon && text.IndexOf(']', colon) < 0;
}
