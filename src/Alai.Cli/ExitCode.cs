using System.Net;

namespace Alai.Cli;

/// <summary>What the shell gets.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Error = 1;
    public const int WrongUsage = 2;
    public const int NeedsPerson = 3;
    public const int NoDaemon = 4;

    public static int Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge => WrongUsage,
        HttpStatusCode.Locked => NeedsPerson,
        HttpStatusCode.ServiceUnavailable => NoDaemon,
        _ => Error,
    };
}
