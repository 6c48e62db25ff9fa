using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Alai.Client;

namespace Alai.Host.Api;

/// <summary>What an operation answers: a status and JSON.</summary>
internal sealed record Answer(HttpStatusCode Status, byte[] Json)
{
    public static Answer Of<T>(T value, JsonTypeInfo<T> type, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Answer No(HttpStatusCode status, Problem problem) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(problem, WireJson.Default.Problem));

    public static Answer Bad(string error, string expected = "", string found = "", string hint = "") =>
        No(HttpStatusCode.BadRequest, new Problem(error, expected, found, hint));

    public static Answer Missing(string error, string hint) => No(HttpStatusCode.NotFound, new Problem(error, Hint: hint));

    public async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = (int)Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Json.Length;
        await response.Body.WriteAsync(Json, cancellationToken);
    }
}
