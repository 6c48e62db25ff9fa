using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alai.Redaction;
using Alai.Tasks;

namespace Alai.Host.Models;

/// <summary>
/// One call of a model: reserved before, passed on as it is, counted as it passes, settled after. A call that was cut off stays
/// reserved, for it may have been spent.
/// </summary>
internal sealed class PaidCall(DoorParts parts, DoorCount count, HttpContext context)
{
    // Tokens are rarely shorter than three bytes; kept ones may cost twice.
    private const double HighTokensPerByte = 2.0 / 3;
    private const int Piece = 16 * 1024;
    private readonly TimeProvider time = parts.Factory.Time;

    /// <summary>Answers the request.</summary>
    public async Task RunAsync()
    {
        var body = await UpstreamRequest.BodyAsync(context.Request, context.RequestAborted);
        if (Parsed(body) is not { } asked)
        {
            await DoorError.WriteAsync(context, new DoorError(400, "invalid_request_error", "expected one JSON object"));
            return;
        }

        var model = Model(asked);
        if (!ModelList.Allows(parts.Order.Route.Model, model))
        {
            var why = $"the program asked for the model '{model}'; this run may use {parts.Order.Route.Model} alone";
            count.Failed(new UpstreamFailure(RunOutcome.BadConfig, why));
            await RefuseAsync(new DoorError(403, "permission_error", why), model);
            return;
        }

        if (await ReserveAsync(asked, model, body.Length) is not { } reservation)
        {
            await RefuseAsync(new DoorError(402, "billing_error", count.Now.Reason), model);
            return;
        }

        if (CloudBody.Redact(asked, parts.Factory.Redactor))
            body = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(asked);
        await SendAsync(new Sent(model, body, reservation));
    }

    /// <summary>The request's body as an object, or null.</summary>
    internal static JsonObject? Parsed(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The model asked for; empty when none is.</summary>
    internal static string Model(JsonObject asked) => asked["model"] is JsonValue value && value.TryGetValue<string>(out var name) ? name : "";

    /// <summary>A provider's words about a refused key may hold it.</summary>
    internal static string WithoutKey(DoorParts parts, string words) => new Redactor([parts.Terms.Key]).Redact(words);

    private async Task<PaidReservation?> ReserveAsync(JsonObject asked, string model, int bytes)
    {
        if (count.Now.IsOutOfMoney)
            return null;
        var most = asked["max_tokens"] is JsonValue value && value.TryGetValue<long>(out var tokens) ? tokens : 0;
        var decision = parts.Factory.Budget.Decide(model, (long)Math.Ceiling(bytes * HighTokensPerByte), most, parts.Factory.Used(parts.Root));
        var reservation = decision.Allowed
            ? await parts.Factory.Store.ReserveAsync(parts.Order.Key, decision.MicroUsd, context.RequestAborted)
            : null;
        if (reservation is null)
            count.OutOfMoney(decision.Allowed ? "another run took what was left of the budget" : decision.Reason);
        return reservation;
    }

    private async Task SendAsync(Sent sent)
    {
        using var request = UpstreamRequest.Of(context.Request, parts.Terms, sent.Body);
        try
        {
            using var response = await parts.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
            await (response.IsSuccessStatusCode ? PassAsync(sent, response) : RefusedAsync(sent, response));
        }
        catch (HttpRequestException broken)
        {
            await UnreachedAsync(sent, broken);
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException)
        {
            Lost(sent, "the connection was cut", "");
            context.Abort();
        }
    }

    private async Task PassAsync(Sent sent, HttpResponseMessage response)
    {
        var cancellationToken = context.RequestAborted;
        var meter = new UsageMeter(response.Content.Headers.ContentType?.MediaType == "text/event-stream");
        UpstreamRequest.Begin(context.Response, response);
        var buffer = new byte[Piece];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        try
        {
            while (await stream.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                meter.Hear(buffer.AsSpan(0, read));
                await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                await context.Response.Body.FlushAsync(cancellationToken);
            }
        }
        finally
        {
            meter.End();
            if (meter.IsComplete)
                await SettleAsync(sent, meter);
        }

        if (!meter.IsComplete)
            Lost(sent, meter.Error.Length > 0 ? meter.Error : "the answer ended before its end", meter.Text);
    }

    private async Task SettleAsync(Sent sent, UsageMeter meter)
    {
        var cost = parts.Factory.Budget.Cost(sent.Model, meter.Use) ?? sent.Reservation.MicroUsd;
        await parts.Factory.Store.SettleAsync(sent.Reservation, cost, CancellationToken.None);
        count.Paid(meter.Use, cost);
        Tell(sent, $"{meter.Use.AllInput} tokens in, {meter.Use.Output} out, {Dollars(cost)}", meter.Text);
    }

    private async Task RefusedAsync(Sent sent, HttpResponseMessage response)
    {
        var words = WithoutKey(parts, await response.Content.ReadAsStringAsync(context.RequestAborted));
        await parts.Factory.Store.SettleAsync(sent.Reservation, 0, CancellationToken.None);
        var failure = UpstreamFailure.Of(response, words, time.GetUtcNow());
        count.Failed(failure);
        Tell(sent, failure.Reason, words);
        UpstreamRequest.Begin(context.Response, response);

        // Who must wait long or be mended first is not asked again by the program; the factory sees to it.
        if (failure.Outcome != RunOutcome.ModelUnavailable)
            context.Response.Headers["x-should-retry"] = "false";
        await context.Response.WriteAsync(words, context.RequestAborted);
    }

    private async Task UnreachedAsync(Sent sent, HttpRequestException broken)
    {
        var reason = "the provider could not be reached: " + broken.Message;
        if (broken.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            // Nothing was sent, so nothing is owed.
            await parts.Factory.Store.SettleAsync(sent.Reservation, 0, CancellationToken.None);
            count.Failed(new UpstreamFailure(RunOutcome.ModelUnavailable, reason));
            Tell(sent, reason, "");
        }
        else
        {
            Lost(sent, reason, "");
        }

        if (!context.Response.HasStarted)
            await DoorError.WriteAsync(context, new DoorError(502, "api_error", reason));
        else
            context.Abort();
    }

    private void Lost(Sent sent, string why, string said)
    {
        count.Failed(new UpstreamFailure(RunOutcome.ModelUnavailable, why), sent.Reservation.MicroUsd);
        Tell(sent, $"{why}; {Dollars(sent.Reservation.MicroUsd)} stay reserved", said);
    }

    private Task RefuseAsync(DoorError error, string model)
    {
        parts.Log.Step(new RunStep("warning", $"call of {model} refused: {error.Text}"));
        return DoorError.WriteAsync(context, error);
    }

    private void Tell(Sent sent, string came, string said) => parts.Log.Step(new RunStep(
        "model", $"{sent.Model}: {came}", $"asked:\n{Encoding.UTF8.GetString(sent.Body)}\n\nanswered:\n{said}"));

    private static string Dollars(long micro) => (micro / 1_000_000m).ToString("0.0000", CultureInfo.InvariantCulture) + " USD";

    private sealed record Sent(string Model, byte[] Body, PaidReservation Reservation);
}
