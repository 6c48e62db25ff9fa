using System.Net.Http.Headers;
using Alai.Orchestration;

namespace Alai.Host.Models;

/// <summary>A program's request as the provider gets it: the few headers it needs, and the key.</summary>
internal static class UpstreamRequest
{
    private static readonly string[] Passed = ["anthropic-version", "anthropic-beta", "accept", "user-agent"];

    private static readonly string[] Returned = ["request-id", "retry-after"];

    /// <summary>Makes it; the body is the caller's.</summary>
    public static HttpRequestMessage Of(HttpRequest asked, PaidTerms terms, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, terms.Url.ToString().TrimEnd('/') + asked.Path + asked.QueryString)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        foreach (var name in Passed)
        {
            if (asked.Headers.TryGetValue(name, out var values))
                request.Headers.TryAddWithoutValidation(name, values.ToArray());
        }

        request.Headers.TryAddWithoutValidation("x-api-key", terms.Key);
        return request;
    }

    /// <summary>Begins the answer: status, kind of content, and what programs read of the headers.</summary>
    public static void Begin(HttpResponse answer, HttpResponseMessage response)
    {
        answer.StatusCode = (int)response.StatusCode;
        answer.ContentType = response.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in response.Headers)
        {
            if (Returned.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("anthropic-ratelimit-", StringComparison.OrdinalIgnoreCase))
                answer.Headers[name] = values.ToArray();
        }
    }

    /// <summary>Reads a request's body whole.</summary>
    public static async Task<byte[]> BodyAsync(HttpRequest asked, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await asked.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }
}
