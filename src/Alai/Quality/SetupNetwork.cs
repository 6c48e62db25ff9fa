using Alai.Sandbox.Egress;

namespace Alai.Quality;

/// <summary>What a product's owner lets its set-up reach.</summary>
public sealed record SetupNetwork
{
    /// <summary>Nothing.</summary>
    public static SetupNetwork None { get; } = new();

    /// <summary>Hosts it may reach through the daemon's proxy; asked only when a set-up really runs.</summary>
    public Func<CancellationToken, Task<IReadOnlyList<string>>> Hosts { get; init; } = _ => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Whether the owner gave it the whole network of the machine.</summary>
    public bool IsOpen { get; init; }

    /// <summary>What the feeds among these hosts are told by the daemon itself.</summary>
    public Func<IReadOnlyList<string>, IReadOnlyList<EgressCredential>> Credentials { get; init; } = _ => [];

    /// <summary>A folder of ours for the proxy's socket.</summary>
    public string StateFolder { get; init; } = "";

    /// <summary>How a person adds a host, for the words of a refusal.</summary>
    public string HowToAdd { get; init; } = "add it to setup.network in the product's file";
}
