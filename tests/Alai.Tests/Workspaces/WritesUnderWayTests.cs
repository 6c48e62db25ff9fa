using Alai.Processes;
using Alai.Workspaces;

namespace Alai.Tests.Workspaces;

/// <summary>What git of an earlier daemon still writes is waited for.</summary>
public sealed class WritesUnderWayTests : IDisposable
{
    private readonly GitGround ground = new();

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public void Dispose() => ground.Dispose();

    [Fact]
    public async Task An_earlier_daemons_git_is_waited_for_and_ones_own_is_not()
    {
        var writes = new WritesUnderWay(ground.Processes, ground.Data);
        Assert.True(await writes.AreOverAsync(TimeSpan.Zero, None));
        var started = new TaskCompletionSource<ProcessIdentity>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = new CancellationTokenSource();
        var call = ground.Processes.RunAsync(new ChildProcessSpec { Command = ["/bin/sleep", "300"], Directory = ground.Person, OnStarted = started.SetResult }, stop.Token);
        var identity = await started.Task;
        writes.Begin(identity);
        Assert.True(await writes.AreOverAsync(TimeSpan.Zero, None));

        await File.WriteAllTextAsync(Noted(identity), "another-boot:1:1", None);
        Assert.False(await writes.AreOverAsync(TimeSpan.Zero, None));
        Assert.False(await writes.AreOverAsync(TimeSpan.FromMilliseconds(120), None));

        var waiting = writes.AreOverAsync(TimeSpan.FromMinutes(2), None);
        await stop.CancelAsync();
        Assert.True(await waiting);
        Assert.False(File.Exists(Noted(identity)));
        await call;
    }

    [Fact]
    public async Task What_ended_with_its_machine_holds_nothing_up()
    {
        var writes = new WritesUnderWay(ground.Processes, ground.Data);
        var gone = new ProcessIdentity(1, 1, "another-boot");
        writes.Begin(gone);
        await File.WriteAllTextAsync(Noted(gone), "another-boot:2:1", None);
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(Noted(gone))!, "garbage"), "", None);

        Assert.True(await writes.AreOverAsync(TimeSpan.Zero, None));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(Noted(gone))!));
    }

    [Fact]
    public async Task A_landing_notes_its_git_and_strikes_it_out()
    {
        var repository = (await ground.CommittedAsync()).Repository();
        var workspace = await ground.WorkspaceAsync(repository);
        await File.AppendAllTextAsync(Path.Combine(workspace.Path, "file.txt"), "four\n", None);
        var commit = (await workspace.CommitAsync("Add four", None)).Must();

        Assert.Equal(LandingWord.Landed, (await new BranchLanding(repository).LandAsync("main", workspace.BaseCommit, commit.Commit, None)).Word);

        Assert.Empty(Directory.GetFiles(Path.Combine(ground.Data, "repositories", "writing")));
    }

    private string Noted(ProcessIdentity identity) => Path.Combine(ground.Data, "repositories", "writing", identity.ToString());
}
