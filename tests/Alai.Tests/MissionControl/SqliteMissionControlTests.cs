using Alai.MissionControl;
using Alai.Tests.Contracts;
using Microsoft.Extensions.Time.Testing;

namespace Alai.Tests.MissionControl;

/// <summary>The contract on SQLite.</summary>
public sealed class SqliteMissionControlTests : MissionControlContract
{
    private readonly StoreHome _home = new(options => options with
    {
        Ceilings = () => new PaidCeilings(1_000, 600, TimeZoneInfo.Utc),
        Redact = text => text.Replace("hunter2", "***", StringComparison.Ordinal),
    });

    private protected override IMissionControl Control => _home.Store;

    private protected override IMissionControlReader Reader => _home.Store;

    private protected override FakeTimeProvider Clock => _home.Clock;

    public override void Dispose() => _home.Dispose();
}
