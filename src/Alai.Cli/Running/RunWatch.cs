using Alai.Client;
using Alai.Client.Views;

namespace Alai.Cli.Running;

/// <summary>Follows one root to its end: done, cancelled, or waiting for a person.</summary>
internal sealed class RunWatch(RunScreen screen, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private string? place;

    /// <summary>Shows steps until the task ends.</summary>
    /// <returns>The task at its end, or the problem of asking.</returns>
    public async Task<Reply<TaskPageView>> FollowAsync(FactoryClient client, long id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var reply = await client.Tasks.ShowAsync(id, cancellationToken);
            if (reply.Value is not { } page)
                return reply;
            await ShowStepsAsync(client, id, cancellationToken);
            if (HasEnded(page))
                return reply;
            screen.Spin(page);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private async Task ShowStepsAsync(FactoryClient client, long id, CancellationToken cancellationToken)
    {
        var more = true;
        while (more)
        {
            var steps = await client.Tasks.StepsAsync(id, place, full: false, cancellationToken);
            if (steps.Value is not { } piece)
                return;
            place = piece.Next;
            more = piece.More;
            screen.Show(piece.Steps);
        }
    }

    private static bool HasEnded(TaskPageView page) =>
        page.Task.State is not ("open" or "running") || page.Stages.Any(stage => stage.State == "held");
}
