using Alai.Processes;
using Alai.Sandbox;

namespace Alai.Orchestration;

/// <summary>The sandbox of this machine and what its self-test found it to be worth; tested once and kept.</summary>
internal sealed class SandboxStation(ChildProcesses processes, SandboxPicker picker, SandboxReportCache cache, FactoryOptions options)
    : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private SandboxReport? report;

    /// <summary>What the self-test found.</summary>
    public async Task<SandboxReport> ReportAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken);
        try
        {
            return report ??= picker.Pick() is { } backend
                ? await cache.GetAsync(backend, processes, cancellationToken)
                : new SandboxReport("none", SandboxLevel.S0, [], SandboxAdvice.Missing);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Tries everything again.</summary>
    public async Task<SandboxReport> TestAgainAsync(CancellationToken cancellationToken)
    {
        if (picker.Pick() is { } backend)
            report = await new SandboxSelfTest(backend, processes, options.SandboxMachine()).RunAsync(cancellationToken);
        return await ReportAsync(cancellationToken);
    }

    public void Dispose() => gate.Dispose();

    /// <summary>A sandbox of at least the level, or the reason there is none with the fix in words.</summary>
    public async Task<SandboxChoice> ChooseAsync(SandboxLevel needed, CancellationToken cancellationToken)
    {
        var found = await ReportAsync(cancellationToken);
        if (found.Level >= needed && picker.Pick() is { } backend)
            return new SandboxChoice(backend, found.Level, null);
        if (options.AllowUnsandboxed)
            return new SandboxChoice(picker.Unsandboxed(), SandboxLevel.S0, null);
        return new SandboxChoice(
            null,
            found.Level,
            $"this work needs a sandbox of level {needed}; this machine has {found.Level} ({found.Backend}). {found.Fix}");
    }
}
