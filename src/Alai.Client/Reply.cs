using System.Net;

namespace Alai.Client;

/// <summary>What came of a call: a value with the JSON it came as, or a problem.</summary>
/// <typeparam name="T">The view.</typeparam>
public sealed record Reply<T>
    where T : class
{
    /// <summary>The value, or null when there is a problem.</summary>
    public T? Value { get; init; }

    /// <summary>The problem, or null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; init; }

    /// <summary>The body as it came.</summary>
    public string Json { get; init; } = "";
}
