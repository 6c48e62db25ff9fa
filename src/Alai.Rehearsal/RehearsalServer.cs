using Alai.Tasks;

namespace Alai.Rehearsal;

/// <summary>Starts scripted model servers.</summary>
public static class RehearsalServer
{
    /// <summary>Starts one on loopback; it serves until it is disposed.</summary>
    /// <exception cref="FactoryException">The script cannot be read, or the port is taken.</exception>
    public static async Task<FakeOllama> StartAsync(RehearsalOptions options, CancellationToken cancellationToken)
    {
        var script = options.Script ?? (options.ScriptFile is { } file
            ? RehearsalScriptFile.Load(file)
            : throw new FactoryException("A rehearsal needs a script and none was given.", "Name one with --script FILE."));
        return await FakeOllama.StartAsync(script, options.Port, options.Time, cancellationToken);
    }
}
