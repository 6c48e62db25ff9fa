using Alai.MissionControl;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// Files issues of another tracker through the ordinary door, rail included. Each has a key, so a second import files only what is
/// new; what is closed there is filed as done or cancelled, what somebody works on there is held.
/// </summary>
internal sealed class IssueImport(FactoryParts parts, Filing filing)
{
    /// <summary>Files them, or says why nothing was filed.</summary>
    /// <param name="what"><c>beads</c> or <c>github</c>; the file; the product, or empty.</param>
    /// <param name="actor">Who asks.</param>
    /// <param name="cancellationToken">Stops between two issues; what was filed stays.</param>
    public async Task<ImportReport> RunAsync((string From, string File, string Product) what, string actor, CancellationToken cancellationToken)
    {
        if (what.Product.Length > 0 && parts.Now.Products.Find(what.Product) is null)
            return new ImportReport(parts.Now.Products.Unknown(what.Product));
        try
        {
            if (what.From == "beads")
            {
                var (beads, deleted) = BeadsIssues.Read(what.File);
                return await FileAsync(beads, deleted, (what.Product, actor), cancellationToken);
            }

            var (issues, leftOut, refused) = GitHubIssues.Read(what.File);
            var report = await FileAsync(issues, leftOut, (what.Product, actor), cancellationToken);
            return report with { Refused = [.. refused, .. report.Refused] };
        }
        catch (FormatException broken)
        {
            return new ImportReport($"{what.File} was not taken: {broken.Message}");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return new ImportReport($"{what.File} cannot be read: {broken.Message}");
        }
    }

    private async Task<ImportReport> FileAsync(IReadOnlyList<ForeignIssue> foreign, IReadOnlyList<string> leftBefore, (string Product, string Actor) by, CancellationToken cancellationToken)
    {
        var filed = Earlier(foreign);
        var (issues, mended) = ForeignWords.Mend(foreign, filed.Keys);
        var (ordered, circles) = InOrder(issues, filed.Keys);
        var (taken, known) = (0L, 0L);
        var (held, refused) = (new List<string>(), new List<string>());
        foreach (var (issue, needs) in ordered)
        {
            var request = Request(issue, needs.Where(filed.ContainsKey).Select(key => filed[key].Value), by) with
            {
                Parent = issue.Parent is { } parent && filed.TryGetValue(parent, out var above) ? above.Value : null,
            };
            var answer = await filing.FileAsync(request, cancellationToken);
            if (answer.Task is null && request.Parent is not null)
            {
                // A heading there may have more parts than a task here may have children: it is better filed alone than not at all.
                answer = await filing.FileAsync(request with { Parent = null }, cancellationToken);
                if (answer.Task is not null)
                    circles.Add($"{issue.Name} as a part of #{request.Parent}: that has as many children as it may, so this one stands alone");
            }

            if (answer.Task is not { } task)
            {
                refused.Add($"{issue.Name}: {answer.Refusal}");
                continue;
            }

            filed[issue.Key] = task.Id;
            taken += answer.IsNew ? 1 : 0;
            known += answer.IsNew ? 0 : 1;
            if (task.Hold is { Code: HoldCode.SafetyRule } && answer.IsNew)
                held.Add($"{task.Id} {task.Title}");
            if (issue.Closed is { } outcome && task is { State: TaskState.Held, Hold.Code: HoldCode.Paused or HoldCode.SafetyRule })
                await parts.Store.ChangeAsync(issue.GivenUp ? new CancelTask(task.Id, by.Actor, outcome) : new FinishByPerson(task.Id, by.Actor, outcome, Force: false), cancellationToken);
        }

        return new ImportReport(null) { Taken = taken, Known = known, Held = held, LeftOut = [.. leftBefore, .. mended, .. circles], Refused = refused };
    }

    // What issues of this file wait for or are parts of may have come with another file: a tracker's export has pages.
    private Dictionary<string, TaskId> Earlier(IReadOnlyList<ForeignIssue> issues)
    {
        var here = issues.Select(issue => issue.Key).ToHashSet(StringComparer.Ordinal);
        return issues.SelectMany(First).Where(key => !here.Contains(key)).Distinct(StringComparer.Ordinal)
            .Select(key => (Key: key, Task: parts.Reader.FindKeyed(key)))
            .Where(found => found.Task is not null)
            .ToDictionary(found => found.Key, found => found.Task!.Value, StringComparer.Ordinal);
    }

    private static FilingRequest Request(ForeignIssue issue, IEnumerable<long> after, (string Product, string Actor) by)
    {
        return new FilingRequest
        {
            Title = issue.Title,
            Body = issue.Body,
            Labels = [.. issue.Labels.Distinct(StringComparer.Ordinal)],
            Criteria = issue.Criteria,
            Priority = issue.Priority,
            Product = by.Product,
            Actor = by.Actor,
            After = [.. after],
            Key = issue.Key,

            // Filed as held, so that no tick can take it before it is called done.
            Hold = (issue.Closed ?? issue.Waits) is { } why ? new Hold(HoldCode.Paused, why)
                : issue.Blocked is { } blocked ? new Hold(HoldCode.Blocked, blocked)
                : null,
        };
    }

    private static IReadOnlyList<string> First(ForeignIssue issue) => issue.Parent is { } parent ? [.. issue.Needs, parent] : issue.Needs;

    // Whatever must be done first, and what an issue is a part of, is filed first; a circle is cut where it closes, and told.
    private static (List<(ForeignIssue Issue, List<string> Needs)> Ordered, List<string> Told) InOrder(IReadOnlyList<ForeignIssue> issues, IEnumerable<string> earlier)
    {
        var all = issues.DistinctBy(issue => issue.Key).ToDictionary(issue => issue.Key, StringComparer.Ordinal);
        var (ordered, told, done, under) = (new List<(ForeignIssue, List<string>)>(), new List<string>(), earlier.ToHashSet(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var issue in all.Values)
            Visit(issue);
        return (ordered, told);

        void Visit(ForeignIssue begun)
        {
            var path = new Stack<(ForeignIssue Issue, int Next)>();
            if (!done.Contains(begun.Key))
                Enter(begun, path);
            while (path.TryPop(out var at))
            {
                var first = First(at.Issue);
                if (at.Next < first.Count)
                {
                    path.Push((at.Issue, at.Next + 1));
                    if (all.TryGetValue(first[at.Next], out var need) && !done.Contains(need.Key) && !under.Contains(need.Key))
                        Enter(need, path);
                    continue;
                }

                under.Remove(at.Issue.Key);
                done.Add(at.Issue.Key);
                foreach (var circle in at.Issue.Needs.Where(key => under.Contains(key) || key == at.Issue.Key))
                    told.Add($"{at.Issue.Name} after {all[circle].Name}: they wait for each other in a circle, so this one does not wait");
                ordered.Add((at.Issue, [.. at.Issue.Needs.Where(key => done.Contains(key) && key != at.Issue.Key)]));
            }
        }

        void Enter(ForeignIssue issue, Stack<(ForeignIssue, int)> path)
        {
            under.Add(issue.Key);
            path.Push((issue, 0));
        }
    }
}
