using Alai.Settings;

namespace Alai.Tests.Settings;

public sealed class SettingsWatchTests
{
    [Fact]
    public void A_bad_edit_keeps_the_last_good_settings_and_is_reported_until_it_is_mended()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("alai.yaml", "orchestrator: { max_runs: 2 }");
        var watch = new SettingsWatch(path, SettingsFile.Load(path).Settings!);
        watch.Refresh();
        Assert.False(watch.Refresh());

        folder.Write("alai.yaml", "orchestrator: { max_runz: 3 }");
        Assert.True(watch.Refresh());
        Assert.Equal(2, watch.Current.Orchestrator.MaxRuns);
        Assert.Contains("did you mean 'max_runs'?", Assert.Single(watch.Problems).Text, StringComparison.Ordinal);
        Assert.False(watch.Refresh());

        folder.Write("alai.yaml", "orchestrator: { max_runs: 3 }");
        Assert.True(watch.Refresh());
        Assert.Equal(3, watch.Current.Orchestrator.MaxRuns);
        Assert.Empty(watch.Problems);
    }

    [Fact]
    public void An_edit_that_keeps_length_and_time_is_still_seen()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("alai.yaml", "orchestrator: { max_runs: 2 }");
        var time = File.GetLastWriteTimeUtc(path);
        var watch = new SettingsWatch(path, SettingsFile.Load(path).Settings!);
        watch.Refresh();
        folder.Write("alai.yaml", "orchestrator: { max_runs: 4 }");
        File.SetLastWriteTimeUtc(path, time);
        Assert.True(watch.Refresh());
        Assert.Equal(4, watch.Current.Orchestrator.MaxRuns);
    }

    [Fact]
    public void A_file_that_vanishes_changes_nothing_but_is_reported()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("alai.yaml", "orchestrator: { max_runs: 2 }");
        var watch = new SettingsWatch(path, SettingsFile.Load(path).Settings!);
        watch.Refresh();
        File.Delete(path);
        Assert.True(watch.Refresh());
        Assert.Equal(2, watch.Current.Orchestrator.MaxRuns);
        Assert.Contains("gone", Assert.Single(watch.Problems).Text, StringComparison.Ordinal);
        Assert.False(watch.Refresh());
    }

    [Fact]
    public void A_file_that_was_never_there_may_appear()
    {
        using var folder = new TemporaryFolder();
        var watch = new SettingsWatch(Path.Combine(folder.Path, "alai.yaml"), FactorySettings.Default);
        Assert.False(watch.Refresh());
        Assert.Empty(watch.Problems);
        folder.Write("alai.yaml", "landing: auto");
        Assert.True(watch.Refresh());
        Assert.Equal(LandingPolicy.Auto, watch.Current.Landing);
    }
}
