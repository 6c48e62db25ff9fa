using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alai.Host.Models;

/// <summary>Counting tokens, which the provider does for nothing: the same list of models and the same redaction, no reservation.</summary>
internal sealed class FreeCall(DoorParts parts, HttpContext context)
{
    public async Task RunAsync()
    {
        var cancellationToken = context.RequestAborted;
        var body = await UpstreamRequest.BodyAsync(context.Request, cancellationToken);
        if (PaidCall.Parsed(body) is not { } asked || !ModelList.Allows(parts.Order.Route.Model, PaidCall.Model(asked)))
        {
            await DoorError.WriteAsync(context, new DoorError(403, "permission_error", $"this run may use {parts.Order.Route.Model} alone"));
            return;
        }

        if (CloudBody.Redact(asked, parts.Factory.Redactor))
            body = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(asked);
        using var request = UpstreamRequest.Of(context.Request, parts.Terms, body);
        try
        {
            using var response = await parts.Http.SendAsync(request, cancellationToken);
            UpstreamRequest.Begin(context.Response, response);
            await context.Response.WriteAsync(PaidCall.WithoutKey(parts, await response.Content.ReadAsStringAsync(cancellationToken)), cancellationToken);
        }
        catch (HttpRequestException broken)
        {
            await DoorError.WriteAsync(context, new DoorError(502, "api_error", "the provider could not be reached: " + broken.Message));
        }
    }
}
