namespace Alai.Fleet;

/// <summary>How long a call may be silent. There is no total limit here; that is the run's.</summary>
/// <param name="FirstToken">Silence allowed before the first chunk: loading the model and reading the prompt.</param>
/// <param name="Idle">Silence allowed between chunks.</param>
public sealed record ChatPace(TimeSpan FirstToken, TimeSpan Idle)
{
    /// <summary>Five minutes to load, one between chunks.</summary>
    public static ChatPace Default { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(1));
}
