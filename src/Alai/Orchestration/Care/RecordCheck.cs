using Alai.MissionControl;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>Checks what lies in files: runs' records against the hashes in the chain, and the git work that tasks still need.</summary>
internal sealed class RecordCheck(CareParts care, ProductRepositories repositories)
{
    private const int MostTold = 5;

    /// <summary>Checks records and git work.</summary>
    public async Task<IReadOnlyList<StoreFinding>> RunAsync(CancellationToken cancellationToken) =>
        [await Task.Run(() => Records(cancellationToken), cancellationToken), await GitAsync(cancellationToken)];

    /// <summary>Takes what is wrong as it is: a changed record counts from now on, a lost one is given up.</summary>
    public async Task AcceptAsync(string actor, string reason, CancellationToken cancellationToken)
    {
        var wrong = Look(cancellationToken).Wrong.Select(record =>
        {
            var file = FileOf(record);
            return record with { Seal = File.Exists(file) ? Transcript.Of(file) : RecordSeal.GivenUp };
        }).ToList();
        if (wrong.Count > 0)
            await care.Store.AcceptRecordsAsync(wrong, actor, reason, cancellationToken);
    }

    private StoreFinding Records(CancellationToken cancellationToken)
    {
        var (sound, gone, wrong) = Look(cancellationToken);
        return wrong.Count == 0
            ? new StoreFinding("records", true, $"{sound} records of runs are what the chain says" + (gone > 0 ? $"; {gone} of finished tasks are no longer kept" : ""))
            : new StoreFinding("records", false, Some([.. wrong.Select(record => $"the record of run {record.Run} of {record.Task} is {(File.Exists(FileOf(record)) ? "not the one it left" : "gone")}")]));
    }

    private (int Sound, int Gone, IReadOnlyList<SealedRecord> Wrong) Look(CancellationToken cancellationToken)
    {
        var (sound, gone, wrong) = (0, 0, new List<SealedRecord>());
        foreach (var record in care.Store.Records())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (record.Seal == RecordSeal.GivenUp)
                continue;
            var file = FileOf(record);
            if (!File.Exists(file) && IsOver(record.Root))
                gone++;
            else if (File.Exists(file) && Transcript.Of(file) == record.Seal)
                sound++;
            else
                wrong.Add(record);
        }

        return (sound, gone, wrong);
    }

    // Records of finished tasks go by age and size, and backups leave them out.
    private bool IsOver(TaskId root) => care.Store.Find(root) is { State: TaskState.Done or TaskState.Cancelled };

    private string FileOf(SealedRecord record) => care.Parts.Home.TranscriptOf(record.Task.Value, record.Run.Value);

    private async Task<StoreFinding> GitAsync(CancellationToken cancellationToken)
    {
        var (wrong, products) = (new List<string>(), repositories.OnDisk());
        foreach (var product in products)
        {
            if (await new RepositoryBundle(repositories.Of(product, care.Parts.Now.Products)).ProblemAsync(cancellationToken) is { } problem)
                wrong.Add($"the factory's repository of {product}: {problem}");
        }

        var branches = care.Store.BranchesInHand();
        foreach (var one in branches)
        {
            if (!products.Contains(one.Product) || await new CommitFinder(repositories.Of(one.Product, care.Parts.Now.Products)).TipAsync(one.Branch, cancellationToken) is null)
                wrong.Add($"branch {one.Branch} of {one.Root} is gone; a backup has it");
        }

        return wrong.Count == 0
            ? new StoreFinding("git", true, $"the work in {products.Count} of the factory's repositories is whole; branches that open and held tasks need: {branches.Count}")
            : new StoreFinding("git", false, Some(wrong));
    }

    private static string Some(List<string> problems) =>
        string.Join("; ", problems.Take(MostTold)) + (problems.Count > MostTold ? $"; and {problems.Count - MostTold} more" : "");
}
