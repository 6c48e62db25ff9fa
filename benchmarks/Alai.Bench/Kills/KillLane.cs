namespace Alai.Kills;

/// <summary>
/// One place where daemons die one after the other. What a life begins from is made once and copied: a copy stands at the same
/// path as what it was made from, so nothing in it has to be written anew.
/// </summary>
internal sealed class KillLane(string folder, string program, Uri models, CancellationToken stop) : IDisposable
{
    private const string Product = "shop";
    private const int Tries = 3;

    private readonly KillHome home = new(Path.Combine(folder, "live"), program, models, stop);
    private readonly HashSet<string> copies = new(StringComparer.Ordinal);

    private long root;

    private string Points => Path.Combine(folder, "points");

    /// <summary>Lets one daemon live through everything, and gives the points and steps it passed.</summary>
    public async Task<(IReadOnlyList<string> Passed, IReadOnlyList<Fault> Faults)> RecordAsync()
    {
        await StandAsync(KillWindow.All[0]);
        await home.UpAsync(record: Points);
        var faults = await LookAsync();
        return (await File.ReadAllLinesAsync(Points, stop), faults);
    }

    /// <summary>Lets a daemon die at a step, and the next one go on. A step that this life did not pass is waited for in another.</summary>
    public async Task<KillTry> TryAsync(KillWindow window, string step)
    {
        var tried = await TryOnceAsync(window, step);
        for (var more = 1; more < Tries && !tried.Killed && tried.Faults.Count == 0; more++)
            tried = await TryOnceAsync(window, step);
        return tried;
    }

    public void Dispose() => home.Dispose();

    private async Task<KillTry> TryOnceAsync(KillWindow window, string step)
    {
        await StandAsync(window);
        await home.UpAsync($"{window.From}+{step}", Points);
        if (!await DiesAsync())
        {
            await home.KillAsync();
            return new KillTry(window, step, false, []);
        }

        var code = await home.DeathAsync();
        var last = (await File.ReadAllLinesAsync(Points, stop))[^1];
        if (code != KillHome.Killed || last != step[..step.LastIndexOf('#')])
            return new KillTry(window, step, false, [new Fault("wrong", $"it ended with {code} at {last}: {home.Said}")]);
        if (!await home.UpAsync())
            return new KillTry(window, step, true, [new Fault("lost", $"the next daemon does not start: {home.Said}")]);
        return new KillTry(window, step, true, await LookAsync());
    }

    private async Task<IReadOnlyList<Fault>> LookAsync()
    {
        IReadOnlyList<Fault> faults;
        try
        {
            faults = [.. await Aftermath.LookAsync(home, root, Product), .. await Aftermath.HomeAsync(home)];
        }
        catch (TimeoutException late)
        {
            faults = [new Fault("lost", late.Message)];
        }

        await home.KillAsync();
        return faults;
    }

    // One that is through with the task will not die any more.
    private async Task<bool> DiesAsync()
    {
        using var client = home.Call();
        for (var rested = 0; !home.IsDead && rested < 20; await Task.Delay(50, stop))
        {
            try
            {
                var page = await client.Tasks.ShowAsync(root, stop);
                rested += page.Value?.Task.State is "done" or "held" ? 1 : 0;
            }
            catch (HttpRequestException)
            {
                // It is dying.
            }
        }

        return home.IsDead;
    }

    private async Task StandAsync(KillWindow window)
    {
        var copy = Path.Combine(folder, window.Standing ?? "filed");
        if (copies.Add(copy))
            await MakeAsync(window, copy);
        if (Directory.Exists(home.Folder))
            Directory.Delete(home.Folder, recursive: true);
        File.Delete(Points);
        await KillHome.RunAsync("cp", ["-a", copy, home.Folder], stop);
    }

    private async Task MakeAsync(KillWindow window, string copy)
    {
        if (window.Standing is { } standing)
        {
            var before = KillWindow.All[KillWindow.All.ToList().IndexOf(window) - 1];
            await StandAsync(before);
            await home.UpAsync(standing);
            var code = await home.DeathAsync();
            if (code != KillHome.Killed)
                throw new InvalidOperationException($"it was to die at {standing} and ended with {code}: {home.Said}");
        }
        else
        {
            await home.SettleAsync();
            await home.AddProductAsync(Product);
            root = await home.FileAsync(KillScript.Title, Product);
        }

        await KillHome.RunAsync("cp", ["-a", home.Folder, copy], stop);
    }
}
