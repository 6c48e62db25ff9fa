using Alai.Tasks;

namespace Alai.Host;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        if (args is ["--version"])
        {
            Console.WriteLine(Daemon.Version);
            return 0;
        }

        if (args is ["rehearsal", .. var more])
            return await RehearsalProcess.RunAsync(more);

        if (args is ["relay", .. var way])
            return await RelayProcess.RelayAsync(way);
        if (args is ["reach", .. var targets])
            return await RelayProcess.ReachAsync(targets);
        if (args is ["restore", .. var which])
            return await RestoreProcess.RunAsync(which, Environment.GetEnvironmentVariable("ALAI_HOME"));

        if (DaemonWords.Read(args, Environment.GetEnvironmentVariable("ALAI_HOME")) is not { } words)
        {
            await Console.Error.WriteLineAsync(DaemonWords.Usage);
            return 2;
        }

        try
        {
            return words.Demo ? await Demo.DemoProcess.RunAsync(words) : await DaemonProcess.RunAsync(words);
        }
        catch (FactoryException broken)
        {
            await Console.Error.WriteLineAsync(broken.Message + (broken.Hint.Length > 0 ? Environment.NewLine + broken.Hint : ""));
            return 1;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The home {words.Home} cannot be used: {broken.Message}");
            return 1;
        }
    }
}
