using System.Diagnostics;
using Alai.Fleet;

namespace Alai.Bench.Runs;

/// <summary>A client that notes how long each call took, and how long the factory took between two calls.</summary>
internal sealed class TimedEngine(IChatEngine inner) : IChatEngine
{
    private long ended;

    public EngineKind Kind => inner.Kind;

    public List<double> Calls { get; } = [];

    public List<double> Between { get; } = [];

    public async Task<ChatAnswer> ChatAsync(FleetHost host, ChatRequest request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (ended != 0)
            Between.Add(Stopwatch.GetElapsedTime(ended, started).TotalMilliseconds);
        var answer = await inner.ChatAsync(host, request, cancellationToken);
        ended = Stopwatch.GetTimestamp();
        Calls.Add(Stopwatch.GetElapsedTime(started, ended).TotalMilliseconds);
        return answer;
    }

    /// <summary>What comes next belongs to another run.</summary>
    public void Pause() => ended = 0;
}
