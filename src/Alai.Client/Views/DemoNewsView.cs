namespace Alai.Client.Views;

/// <summary>One line of the demo's news, as the daemon's program tells them to the command line.</summary>
public sealed record DemoNewsView
{
    /// <summary><c>stage</c> first, then the words of the story, <c>problem</c> when it could not go on, <c>end</c> last.</summary>
    public required string Kind { get; init; }

    /// <summary>Seconds since the demo began.</summary>
    public double Seconds { get; init; }

    /// <summary>The root's number, or 0.</summary>
    public long Task { get; init; }

    /// <summary>The stage it is about, or empty.</summary>
    public string Stage { get; init; } = "";

    /// <summary>What happened.</summary>
    public string Text { get; init; } = "";

    /// <summary>What to do about a problem, or empty.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The sandbox level of this machine; with <c>stage</c>.</summary>
    public string Sandbox { get; init; } = "";

    /// <summary>The demo in figures; with <c>end</c>.</summary>
    public DemoResultView? Result { get; init; }

    /// <summary>Every root with its strip; with <c>end</c>.</summary>
    public IReadOnlyList<DemoTaskView> Tasks { get; init; } = [];

    /// <summary>What waits for a person; with <c>end</c>.</summary>
    public IReadOnlyList<InboxEntryView> Waiting { get; init; } = [];

    /// <summary>Expectations the store did not show; with <c>end</c>.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];
}
