namespace Alai.Orchestration;

/// <summary>Everything that looks after a home.</summary>
/// <param name="Caretaker">What is done by itself.</param>
/// <param name="Backup">Backups.</param>
/// <param name="Export">Everything out.</param>
/// <param name="Import">Everything in.</param>
/// <param name="Issues">Issues of other trackers.</param>
/// <param name="Repositories">The git work of products.</param>
internal sealed record HomeCare(Caretaker Caretaker, HomeBackup Backup, HomeExport Export, HomeImport Import, IssueImport Issues, SavedRepositories Repositories)
{
    /// <summary>Puts it together and shows what an earlier daemon found.</summary>
    public static HomeCare Of(CareParts care, Filing filing, (ConfigurationCheck Configuration, ProductRepositories Repositories, Wake Wake) with)
    {
        var repositories = new SavedRepositories(care.Parts, with.Repositories);
        var backup = new HomeBackup(care, repositories);
        var caretaker = new Caretaker(care, backup, new LeftoverSweep(care.Parts, with.Repositories), (repositories, new RecordCheck(care, with.Repositories)));
        caretaker.Recall();
        return new HomeCare(caretaker, backup, new HomeExport(care, repositories), new HomeImport(care, with.Configuration, with.Wake), new IssueImport(care.Parts, filing), repositories);
    }
}
