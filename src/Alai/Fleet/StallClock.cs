namespace Alai.Fleet;

/// <summary>Cancels a call that makes no progress. Rewound by tokens, not by bytes: a server that sends empty chunks is stalled too.</summary>
internal sealed class StallClock : IDisposable
{
    private readonly CancellationTokenSource silence;
    private readonly CancellationTokenSource linked;
    private readonly ChatPace pace;

    public StallClock(ChatPace pace, TimeProvider time, CancellationToken cancellationToken)
    {
        this.pace = pace;
        silence = new CancellationTokenSource(pace.FirstToken, time);
        linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, silence.Token);
    }

    /// <summary>Cancelled by the caller or by silence.</summary>
    public CancellationToken Token => linked.Token;

    /// <summary>Whether silence ended it.</summary>
    public bool RanOut => silence.IsCancellationRequested;

    /// <summary>Whether anything came at all.</summary>
    public bool Started { get; private set; }

    /// <summary>One sentence about the silence.</summary>
    public string Sentence => Started
        ? $"no token for {pace.Idle.TotalSeconds:0.###} s in the middle of an answer"
        : $"no first token within {pace.FirstToken.TotalSeconds:0.###} s";

    /// <summary>Something came.</summary>
    public void Progress()
    {
        Started = true;
        silence.CancelAfter(pace.Idle);
    }

    public void Dispose()
    {
        linked.Dispose();
        silence.Dispose();
    }
}
