namespace Alai.Host.Models;

/// <summary>A refusal in the provider's own form, so that its programs show the text.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The provider's word, for example <c>billing_error</c>.</param>
/// <param name="Text">For people.</param>
internal sealed record DoorError(int Status, string Type, string Text)
{
    public static DoorError NotFound { get; } = new(404, "not_found_error", "this door leads to /v1/messages alone");

    /// <summary>Answers with it and asks the program not to try again.</summary>
    public static Task WriteAsync(HttpContext context, DoorError error)
    {
        context.Response.StatusCode = error.Status;
        context.Response.Headers["x-should-retry"] = "false";
        return context.Response.WriteAsJsonAsync(
            new { type = "error", error = new { type = error.Type, message = "ALAI: " + error.Text } }, context.RequestAborted);
    }
}
