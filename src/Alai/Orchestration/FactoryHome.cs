namespace Alai.Orchestration;

/// <summary>Where things are in the home folder.</summary>
/// <param name="Root">The home folder, absolute.</param>
internal sealed record FactoryHome(string Root)
{
    public string SettingsFile => Path.Combine(Root, "alai.yaml");

    public string Companies => Path.Combine(Root, "companies");

    public string Products => Path.Combine(Root, "products");

    public string PipelineFile => Path.Combine(Root, "pipeline.yaml");

    public string Data => Path.Combine(Root, "data");

    public string Database => Path.Combine(Data, "mission-control.db");

    public string Owners => Path.Combine(Data, "owners");

    public string Hive => Path.Combine(Data, "hive.db");

    public string Transcripts => Path.Combine(Data, "transcripts");

    public string Caches => Path.Combine(Data, "caches");

    public string Wiki => Path.Combine(Data, "wiki");

    /// <summary>What an earlier store became when another one was restored; nothing in it is ever deleted by the factory.</summary>
    public string Replaced => Path.Combine(Data, "replaced");

    public string RestoreJournal => Path.Combine(Data, "restore.json");

    /// <summary>Git work of products that a restore or an import brought and that is not unpacked yet.</summary>
    public string Returning => Path.Combine(Data, "returning");

    public string Incoming => Path.Combine(Data, "incoming");

    public string Ballast => Path.Combine(Data, "ballast");

    /// <summary>Copies of the files a person edits, as last read without a problem.</summary>
    public string LastGood => Path.Combine(Data, "last-good");

    public string CareState => Path.Combine(Data, "care.json");

    public string TranscriptOf(long task, long run) => Path.Combine(Transcripts, $"{task}", $"{run}.jsonl");

    public string Resolve(string path) => Path.IsPathRooted(path) ? path : Path.Combine(Root, path);
}
