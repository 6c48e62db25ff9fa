using Alai.Classifying;
using Alai.MissionControl;
using Alai.Pipeline;
using Alai.Safety;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// The one way into Mission Control: checks the words, asks the rail, classifies by rules, resolves product and owner,
/// copies the pipeline. The command line, the API, imports and agents' children all come through here.
/// </summary>
internal sealed class Filing(FactoryParts parts, Wake wake)
{
    private readonly Owners owners = new(parts);

    /// <summary>Files a task, or says what was expected, found and to do.</summary>
    public async Task<FilingAnswer> FileAsync(FilingRequest request, CancellationToken cancellationToken)
    {
        var (task, refusal) = Prepare(request);
        if (task is null)
            return new FilingAnswer(null, false, refusal);
        return await parts.Store.FileAsync(task, cancellationToken);
    }

    /// <summary>Why a task would not be filed, or null; files nothing.</summary>
    public string? Refusal(FilingRequest request) => Prepare(request).Refusal;

    /// <summary>Files many in one transaction: all, or none and the refusal of each.</summary>
    public async Task<IReadOnlyList<FilingAnswer>> FileManyAsync(IReadOnlyList<FilingRequest> requests, CancellationToken cancellationToken)
    {
        var prepared = requests.Select(Prepare).ToList();
        if (prepared.Exists(one => one.Task is null))
            return [.. prepared.Select(one => new FilingAnswer(null, false, one.Refusal))];
        return await parts.Store.FileManyAsync([.. prepared.Select(one => one.Task!)], cancellationToken);
    }

    /// <summary>Edits a task; a changed text meets the rail and the classifier again.</summary>
    public Task<ChangeAnswer> EditAsync(EditTask change, CancellationToken cancellationToken) =>
        change.Edit.AddLabels.Count + change.Edit.RemoveLabels.Count > 0 ? MergeAsync(change, cancellationToken) : ReplaceAsync(change, cancellationToken);

    /// <summary>Adds and takes away labels.</summary>
    public Task<ChangeAnswer> LabelAsync(LabelTask change, CancellationToken cancellationToken) => EditAsync(
        new EditTask(change.Task, change.Actor, null, new TaskEdit { AddLabels = change.Add, RemoveLabels = change.Remove }) { Call = change.Call }, cancellationToken);

    /// <summary>Gives a task into the hands of somebody who is known or introduced.</summary>
    public async Task<ChangeAnswer> AssignAsync(AssignToPerson change, CancellationToken cancellationToken) =>
        owners.Resolve(change, out var refusal) is { } resolved
            ? await parts.Store.ChangeAsync(resolved, cancellationToken)
            : new ChangeAnswer(null, refusal);

    private async Task<ChangeAnswer> ReplaceAsync(EditTask change, CancellationToken cancellationToken)
    {
        if (parts.Reader.Find(change.Task) is not { } task)
            return new ChangeAnswer(null, $"there is no task {change.Task}; see: alai task list");
        var (edit, refusal) = Check(change.Edit, task, change.Actor);
        if (edit is null)
            return new ChangeAnswer(null, refusal);
        var answer = await parts.Store.ChangeAsync(change with { Edit = edit }, cancellationToken);
        wake.Now();
        return answer;
    }

    // What is added and taken away is merged with what is there now; somebody else's edit of the same moment begins it again,
    // unless the person named the version that was seen.
    private async Task<ChangeAnswer> MergeAsync(EditTask change, CancellationToken cancellationToken)
    {
        var edit = change.Edit;
        for (var round = 0; ; round++)
        {
            if (parts.Reader.Find(change.Task) is not { } asked || parts.Reader.Find(asked.Lineage.Root) is not { } root)
                return new ChangeAnswer(null, $"there is no task {change.Task}; see: alai task list");
            var labels = (edit.Labels ?? root.Labels).Except(edit.RemoveLabels, StringComparer.Ordinal).Union(edit.AddLabels, StringComparer.Ordinal).ToList();
            var whole = change with { Task = root.Id, Version = change.Version ?? root.Version, Edit = edit with { Labels = labels, AddLabels = [], RemoveLabels = [] } };
            var answer = await ReplaceAsync(whole, cancellationToken);
            if (answer.Task is not null || change.Version is not null || round == 4 || parts.Reader.Find(root.Id)?.Version == root.Version)
                return answer;
        }
    }

    private (NewTask? Task, string? Refusal) Prepare(FilingRequest request)
    {
        var words = Words(request.Title, request.Body, request.Labels);
        if (words.Text is not { } text)
            return (null, words.Refusal);
        var product = Product(request.Product, out var refusal);
        var owner = refusal is null ? owners.Resolve(request.Owner ?? product?.Owner, request.Actor, out refusal) : null;
        if (refusal is null && request.Company is { } name && parts.Now.Companies.Find(name) is null)
            refusal = parts.Now.Companies.Unknown(name);
        if (refusal is null && request.Parent is { } parent && parts.Reader.Find(new TaskId(parent)) is { IsRoot: false } stage)
            refusal = $"{stage.Id} is a stage of {stage.Lineage.Root}: name {stage.Lineage.Root} as the parent";
        if (refusal is null && request.Tier is < 0 or > Tier.Human)
            refusal = $"expected a tier of 1 to 5; found {request.Tier}";
        return refusal is null ? (Build(request, text, product, owner), null) : (null, refusal);
    }

    private NewTask Build(FilingRequest request, TaskText text, Products.Product? product, string? owner)
    {
        var classification = RuleClassifier.Classify(text, product?.Name ?? "");
        var ruling = parts.Now.Rules.Judge(text);
        var single = request.OneShot || classification.Kind is TaskKind.Question or TaskKind.Errand;
        return new NewTask
        {
            Title = text.Title,
            Body = text.Body,
            Labels = text.Labels,
            Product = product?.Name ?? "",
            Priority = request.Priority,
            Filer = request.Actor,
            Owner = owner,
            Due = request.Due,
            Classification = classification,
            Criteria = [.. request.Criteria.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line.Trim())],
            Verify = string.IsNullOrWhiteSpace(request.Verify) ? null : request.Verify.Trim(),
            Deploy = request.Deploy,
            Docs = request.Docs,
            Parent = request.Parent is { } parent ? new TaskId(parent) : null,
            After = [.. request.After.Distinct().Select(id => new TaskId(id))],
            FirstStage = single ? Stage.Single : Stage.Build,
            FirstStageTitle = PipelineTitle.For(product?.Name ?? "", single ? Stage.Single : Stage.Build, text.Title, parent: null),
            Hold = ruling.Holds ? SafetyHold(ruling) : request.Hold,
            Sensitivity = ruling.Holds ? 2 : product?.Sensitivity ?? 0,
            Tier = request.Tier,
            Company = request.Company,
            Pipeline = single ? null : parts.Now.PipelineText,
            IdempotencyKey = request.Key,
        };
    }

    private (TaskEdit? Edit, string? Refusal) Check(TaskEdit edit, FactoryTask task, string actor)
    {
        if (edit.Title is null && edit.Body is null && edit.Labels is null && edit.Product is null && edit.Owner is null)
            return (edit, null);
        var words = Words(edit.Title ?? task.Title, edit.Body ?? task.Body, edit.Labels ?? task.Labels);
        if (words.Text is not { } text)
            return (null, words.Refusal);
        var product = Product(edit.Product ?? task.Product, out var refusal);
        var owner = refusal is null ? owners.Resolve(edit.Owner, actor, out refusal) : null;
        if (refusal is not null)
            return (null, refusal);
        var ruling = parts.Now.Rules.Judge(text);
        return (edit with
        {
            Title = edit.Title is null ? null : text.Title,
            Body = edit.Body is null ? null : text.Body,
            Labels = edit.Labels is null ? null : text.Labels,
            Product = edit.Product is null ? null : product?.Name ?? "",
            Owner = edit.Owner is null ? null : owner,
            Classification = RuleClassifier.Classify(text, product?.Name ?? ""),
            Sensitivity = ruling.Holds ? 2 : null,
            Hold = ruling.Holds ? SafetyHold(ruling) : null,
        }, null);
    }

    private static (TaskText? Text, string? Refusal) Words(string title, string body, IReadOnlyList<string> labels)
    {
        var checkedTitle = TextHygiene.Title(title);
        var checkedBody = TextHygiene.Body(body);
        var checkedLabels = labels.Where(label => label.Length > 0).Select(TextHygiene.Label).ToList();
        var problem = checkedTitle.Problem ?? checkedBody.Problem ?? checkedLabels.Select(label => label.Problem).FirstOrDefault(p => p is not null);
        return problem is null
            ? (new TaskText(checkedTitle.Text!, checkedBody.Text!, [.. checkedLabels.Select(label => label.Text!).Distinct()]), null)
            : (null, problem);
    }

    // With exactly one product there is nothing to ask.
    private Products.Product? Product(string name, out string? refusal)
    {
        refusal = null;
        var products = parts.Now.Products;
        if (name.Length == 0)
            return products.Products.Count == 1 ? products.Products[0] : null;
        var product = products.Find(name);
        refusal = product is null ? products.Unknown(name) : null;
        return product;
    }

    private static Hold SafetyHold(SafetyRuling ruling) => new(
        HoldCode.SafetyRule,
        $"Held before it could start: {ruling.Sentence}. Such work needs a person.");
}
