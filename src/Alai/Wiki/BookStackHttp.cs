using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Alai.Tasks;

namespace Alai.Wiki;

/// <summary>Speaks BookStack's REST API: the token, the rate limit, and errors in words.</summary>
internal sealed class BookStackHttp(HttpClient http, BookStackOptions options, TimeProvider time)
{
    /// <summary>Sends a request and reads its JSON answer.</summary>
    /// <returns>The answer; null when the wiki says 404.</returns>
    /// <exception cref="FactoryException">Refused, unreachable or not understood.</exception>
    public async Task<JsonElement?> SendAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var request = Request(method, path, body);
            using var response = await ReachAsync(request, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests && attempt < options.Tries && WaitOf(response) is var wait && wait <= options.LongestWait)
            {
                await Task.Delay(wait, time, cancellationToken);
                continue;
            }

            return await ReadAsync(method, path, response, cancellationToken);
        }
    }

    private HttpRequestMessage Request(HttpMethod method, string path, object? body)
    {
        var request = new HttpRequestMessage(method, new Uri(options.Address, path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Token", $"{options.TokenId}:{options.TokenSecret}");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        if (body is not null)
            request.Content = JsonContent.Create(body);
        return request;
    }

    private async Task<HttpResponseMessage> ReachAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception error) when (error is HttpRequestException or IOException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new FactoryException($"BookStack at {options.Address} did not answer: {error.Message}", "Check the address and that the wiki runs; the page is tried again by itself.", isTransient: true, error);
        }
    }

    // Laravel's throttle counts by the minute, so without a stated wait a whole one is the honest guess.
    private static TimeSpan WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(60);

    private async Task<JsonElement?> ReadAsync(HttpMethod method, string path, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.NotFound && IsJson(response))
            return null;
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw Refusal(method, path, response.StatusCode, text);
        if (!IsJson(response))
        {
            throw new FactoryException(
                $"Expected JSON from {options.Address}{path}, found {response.Content.Headers.ContentType?.MediaType ?? "nothing"}: a login page or a proxy answers there.",
                "Check the address, and that no proxy asks for a login before the wiki's API.");
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private FactoryException Refusal(HttpMethod method, string path, HttpStatusCode status, string text)
    {
        // The wiki's own words may be translated, so the code alone decides what follows.
        var what = string.Create(CultureInfo.InvariantCulture, $"BookStack answered {(int)status} to {method} {path}: {(text.Length > 300 ? text[..300] : text)}");
        return status switch
        {
            HttpStatusCode.Unauthorized => new FactoryException(what, "Put a valid token as ID:SECRET into the wiki's token_file."),
            HttpStatusCode.Forbidden => new FactoryException(what, "The token has expired, or its user lacks 'Access System API' or the right to edit here."),
            HttpStatusCode.TooManyRequests => new FactoryException(what, "The wiki limits requests; the page is tried again by itself.", isTransient: true),
            >= HttpStatusCode.InternalServerError => new FactoryException(what, "Look at the wiki's own log; the page is tried again by itself.", isTransient: true),
            _ => new FactoryException(what, "Look at the wiki's words above; the page was not written."),
        };
    }

    private static bool IsJson(HttpResponseMessage response) => response.Content.Headers.ContentType?.MediaType is "application/json";
}
