namespace Alai.Tasks;

/// <summary>Where a run tells its steps; followed live and kept as the transcript.</summary>
public interface IRunLog
{
    /// <summary>Writes one step. Never throws for a full disk: the run goes on and the gap is counted.</summary>
    void Step(RunStep step);
}
