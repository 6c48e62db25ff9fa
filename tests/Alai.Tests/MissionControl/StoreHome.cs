using Alai.MissionControl;
using Microsoft.Extensions.Time.Testing;

namespace Alai.Tests.MissionControl;

/// <summary>A real store in a folder of its own.</summary>
internal sealed class StoreHome : IDisposable
{
    private SqliteMissionControl? _store;

    public StoreHome(Func<MissionControlOptions, MissionControlOptions>? with = null)
    {
        Folder = Directory.CreateTempSubdirectory("alai-store-").FullName;
        With = with ?? (options => options);
    }

    public string Folder { get; }

    public string File => Path.Combine(Folder, "alai.db");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    public SqliteMissionControl Store => _store ??= SqliteMissionControl.Open(Options);

    public MissionControlOptions Options => With(new MissionControlOptions { Path = File, Time = Clock });

    private Func<MissionControlOptions, MissionControlOptions> With { get; }

    public SqliteMissionControl Reopen()
    {
        Close();
        return Store;
    }

    public void Close()
    {
        _store?.Dispose();
        _store = null;
    }

    public void Dispose()
    {
        Close();
        Directory.Delete(Folder, true);
    }
}
