using Alai.Cli.Pages;

namespace Alai.Cli.Verbs;

/// <summary><c>alai doctor</c>: checks what the factory needs, with the fix in words.</summary>
internal static class DoctorVerb
{
    public static Verb Build(CliWorld world) => new Verb("doctor", "Check everything the factory needs, with the fix in words.")
    {
        Details = "Reads every configuration file anew and tells all problems at once, with file and line. Exits with 1 when a check failed.",
        Examples = ["alai doctor"],
    }.Does(world, (context, _, cancellationToken) => context.AskAsync(
        (client, stop) => client.Daemon.DoctorAsync(stop),
        DoctorPage.Write,
        cancellationToken,
        doctor => doctor.Healthy ? ExitCode.Done : ExitCode.Error));
}
