using System.Text.Json;
using Alai.Client;
using Alai.Client.Views;

namespace Alai.Host.Demo;

/// <summary>Tells the demo's news, one JSON object a line.</summary>
internal sealed class DemoNews(TextWriter to, TimeProvider time)
{
    private readonly Lock gate = new();

    /// <summary>When the demo began.</summary>
    public DateTimeOffset Began { get; } = time.GetUtcNow();

    /// <summary>Tells a line, with the seconds that have passed.</summary>
    public void Tell(DemoNewsView news)
    {
        lock (gate)
        {
            to.Write(JsonSerializer.Serialize(news with { Seconds = Since(time.GetUtcNow()) }, WireJson.Default.DemoNewsView) + "\n");
            to.Flush();
        }
    }

    /// <summary>Seconds from the beginning to a moment.</summary>
    public double Since(DateTimeOffset moment) => Math.Round(Math.Max(0, (moment - Began).TotalSeconds), 2);
}
