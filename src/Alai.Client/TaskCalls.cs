using System.Globalization;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about tasks and the inbox.</summary>
public sealed class TaskCalls
{
    private readonly FactoryClient client;

    internal TaskCalls(FactoryClient client) => this.client = client;

    /// <summary>Files a task.</summary>
    public Task<Reply<FiledView>> FileAsync(FileTask task, CancellationToken cancellationToken) =>
        client.PostAsync("v1/tasks", new Sent<FileTask>(task, WireJson.Default.FileTask), WireJson.Default.FiledView, cancellationToken);

    /// <summary>Files many in one transaction: all or none.</summary>
    public Task<Reply<FiledListView>> FileManyAsync(FileTasks tasks, CancellationToken cancellationToken) =>
        client.PostAsync("v1/tasks/many", new Sent<FileTasks>(tasks, WireJson.Default.FileTasks), WireJson.Default.FiledListView, cancellationToken);

    /// <summary>Does one verb to many tasks; each is done or refused by itself.</summary>
    public Task<Reply<ManyChangedView>> DoManyAsync(string verb, ChangeTasks tasks, CancellationToken cancellationToken) =>
        client.PostAsync("v1/tasks/many/" + verb, new Sent<ChangeTasks>(tasks, WireJson.Default.ChangeTasks), WireJson.Default.ManyChangedView, cancellationToken);

    /// <summary>A page of tasks.</summary>
    public Task<Reply<TaskListView>> ListAsync(TaskQuery query, CancellationToken cancellationToken) =>
        client.GetAsync("v1/tasks" + query.ToQueryString(), WireJson.Default.TaskListView, cancellationToken);

    /// <summary>Roots that bear all the words, the best match first.</summary>
    /// <param name="words">A word may end in * for its beginnings.</param>
    /// <param name="skip">The Next of the page before, or null.</param>
    /// <param name="limit">1 to 500.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Reply<TaskListView>> SearchAsync(string words, string? skip, int limit, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/search?words={Uri.EscapeDataString(words)}&limit={limit}&after={skip}", WireJson.Default.TaskListView, cancellationToken);

    /// <summary>Takes the last thing back that this person did, to any task or to one.</summary>
    public Task<Reply<ChangeView>> UndoAsync(long? id, CancellationToken cancellationToken) =>
        client.PostAsync($"v1/undo?task={id}", new Sent<VerbWords>(new VerbWords(), WireJson.Default.VerbWords), WireJson.Default.ChangeView, cancellationToken);

    /// <summary>Everything about one task.</summary>
    public Task<Reply<TaskPageView>> ShowAsync(long id, CancellationToken cancellationToken) =>
        client.GetAsync(Of(id), WireJson.Default.TaskPageView, cancellationToken);

    /// <summary>Changes fields.</summary>
    public Task<Reply<ChangeView>> EditAsync(long id, EditFields fields, CancellationToken cancellationToken) =>
        client.PatchAsync(Of(id), new Sent<EditFields>(fields, WireJson.Default.EditFields), WireJson.Default.ChangeView, cancellationToken);

    /// <summary>Does one of the verbs of a person: start, done, pause, resume, block, assign, cancel, reopen, retry, comment.</summary>
    public Task<Reply<ChangeView>> DoAsync(long id, string verb, VerbWords words, CancellationToken cancellationToken) =>
        client.PostAsync($"{Of(id)}/{verb}", new Sent<VerbWords>(words, WireJson.Default.VerbWords), WireJson.Default.ChangeView, cancellationToken);

    /// <summary>Why a task is where it is.</summary>
    public Task<Reply<WhyView>> WhyAsync(long id, CancellationToken cancellationToken) =>
        client.GetAsync(Of(id) + "/why", WireJson.Default.WhyView, cancellationToken);

    /// <summary>The story of a task.</summary>
    public Task<Reply<HistoryView>> HistoryAsync(long id, CancellationToken cancellationToken) =>
        client.GetAsync(Of(id) + "/history", WireJson.Default.HistoryView, cancellationToken);

    /// <summary>The transcripts of a task's runs, after a place (null: from the start).</summary>
    /// <param name="id">A root for every run of it, or one stage.</param>
    /// <param name="after">The <see cref="StepListView.Next"/> of the piece before, or null.</param>
    /// <param name="full">Whether details come too.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<Reply<StepListView>> StepsAsync(long id, string? after, bool full, CancellationToken cancellationToken) =>
        client.GetAsync($"{Of(id)}/steps?after={after}{(full ? "&full=true" : "")}", WireJson.Default.StepListView, cancellationToken);

    /// <summary>What a task changed.</summary>
    public Task<Reply<DiffView>> DiffAsync(long id, CancellationToken cancellationToken) =>
        client.GetAsync(Of(id) + "/diff", WireJson.Default.DiffView, cancellationToken);

    /// <summary>Lands the inverse of what a root landed.</summary>
    public Task<Reply<ChangeView>> RevertAsync(long id, VerbWords words, CancellationToken cancellationToken) =>
        client.PostAsync(Of(id) + "/revert", new Sent<VerbWords>(words, WireJson.Default.VerbWords), WireJson.Default.ChangeView, cancellationToken);

    /// <summary>Counts by state, and what happened since a moment (null: today).</summary>
    public Task<Reply<StatsView>> StatsAsync(DateTimeOffset? since, CancellationToken cancellationToken) =>
        client.GetAsync(
            "v1/stats" + (since is { } moment ? "?since=" + Uri.EscapeDataString(moment.ToString("O", CultureInfo.InvariantCulture)) : ""),
            WireJson.Default.StatsView,
            cancellationToken);

    /// <summary>What waits for people.</summary>
    public Task<Reply<InboxView>> InboxAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/inbox", WireJson.Default.InboxView, cancellationToken);

    /// <summary>One entry of the inbox.</summary>
    public Task<Reply<InboxEntryView>> InboxEntryAsync(long id, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/inbox/{id}", WireJson.Default.InboxEntryView, cancellationToken);

    /// <summary>Answers an entry of the inbox: approve, reject, answer, take.</summary>
    public Task<Reply<ChangeView>> AnswerAsync(long id, string verb, VerbWords words, CancellationToken cancellationToken) =>
        client.PostAsync($"v1/inbox/{id}/{verb}", new Sent<VerbWords>(words, WireJson.Default.VerbWords), WireJson.Default.ChangeView, cancellationToken);

    private static string Of(long id) => $"v1/tasks/{id}";
}
