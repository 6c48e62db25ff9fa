using Alai.Bench.Store.Peers;
using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Torture;

/// <summary>A disk of three megabytes that fills up: what was not acknowledged is not there, what was is, and it works again with space.</summary>
internal static class FullDisk
{
    private static readonly Dictionary<string, string> Plain = [];

    /// <summary>Mounts one, fills it, looks.</summary>
    /// <returns>What was acknowledged and is gone, and a sentence.</returns>
    public static async Task<(int Lost, string Note)> TryAsync(string home, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(home);
        try
        {
            await Tool.RunAsync(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", home], "/", Plain, cancellationToken);
        }
        catch (InvalidOperationException problem)
        {
            return (0, "a full disk was not tried: " + problem.Message);
        }

        try
        {
            return await FillAsync(home, cancellationToken);
        }
        finally
        {
            await Tool.RunAsync(["umount", home], "/", Plain, CancellationToken.None);
        }
    }

    private static async Task<(int Lost, string Note)> FillAsync(string home, CancellationToken cancellationToken)
    {
        using var store = SqliteMissionControl.Open(TortureWorker.Options(home));
        var kept = new List<string>();
        var refused = 0;
        var ballast = Path.Combine(home, "ballast");
        await File.WriteAllBytesAsync(ballast, new byte[500_000], cancellationToken);
        for (var i = 0; i < 2_000 && refused < 5; i++)
        {
            try
            {
                await store.FileAsync(TortureWorker.Root("full" + i) with { Body = new string('x', 4_000) }, cancellationToken);
                kept.Add("full" + i);
            }
            catch (FactoryException)
            {
                refused++;
            }
        }

        File.Delete(ballast);
        await store.FileAsync(TortureWorker.Root("after"), cancellationToken);
        kept.Add("after");
        var lost = 0;
        foreach (var key in kept)
            lost += (await store.FileAsync(TortureWorker.Root(key), cancellationToken)).IsNew ? 1 : 0;
        var sound = (await store.VerifyChainAsync(cancellationToken)).IsSound;
        return (lost + (sound ? 0 : 1) + (refused == 0 ? 1 : 0), $"a full disk: {kept.Count} filed, {refused} refused in words, and filing works again with space");
    }
}
