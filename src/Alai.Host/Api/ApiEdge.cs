using System.Net;
using System.Text.Json;
using Alai.Client;
using Alai.Tasks;

namespace Alai.Host.Api;

/// <summary>The edge of the API: whatever happens inside becomes a status and a problem with a hint.</summary>
internal static class ApiEdge
{
    // Callers give up before that; a daemon that was stopped meanwhile finds their calls when it goes on.
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Call call, Func<Call, Task<Answer>> operation)
    {
        try
        {
            var answer = await AnswerAsync(call, operation);
            await answer.WriteAsync(call.Http.Response, call.Stop);
        }
        catch (OperationCanceledException)
        {
            // Nobody is listening any more.
        }
    }

    public static Task<Answer> Unknown(Call call) => Task.FromResult(
        Answer.Missing($"There is no operation {call.Http.Request.Method} {call.Http.Request.Path}.", "Is the command line of the same version as the daemon? After an update, start the daemon again."));

    private static async Task<Answer> AnswerAsync(Call call, Func<Call, Task<Answer>> operation)
    {
        try
        {
            if (call.Age > Forgotten && !HttpMethods.IsGet(call.Http.Request.Method))
                return Answer.No(HttpStatusCode.RequestTimeout, new Problem("Nothing was done: the call is too old.", $"at most {Forgotten.TotalSeconds:0} s", $"{call.Age.TotalSeconds:0} s", "Ask again."));
            return await operation(call);
        }
        catch (JsonException broken)
        {
            return Answer.Bad("The request's body cannot be read: " + broken.Message, "JSON of the documented shape");
        }
        catch (BadHttpRequestException broken)
        {
            return Answer.No((HttpStatusCode)broken.StatusCode, new Problem(broken.Message, Hint: "A request may have at most 4 MB."));
        }
        catch (FactoryException broken)
        {
            call.Daemon.Log.RequestBroke(broken, call.Http.Request.Method, call.Http.Request.Path);
            var status = broken.IsTransient ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.InternalServerError;
            return Answer.No(status, new Problem(broken.Message, Hint: broken.Hint));
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            call.Daemon.Log.RequestBroke(broken, call.Http.Request.Method, call.Http.Request.Path);
            return Answer.No(HttpStatusCode.InternalServerError, new Problem("The daemon broke while doing this: " + broken.Message, Hint: "The whole story is in 'alai logs'."));
        }
    }
}
