namespace Alai.Minions;

/// <summary>One run's way to its model, open until it is disposed.</summary>
public interface IPaidDoor : IAsyncDisposable
{
    /// <summary>The program that talks through it, absolute.</summary>
    string Program { get; }

    /// <summary>The Unix socket, the only thing the sandbox can reach.</summary>
    string Socket { get; }

    /// <summary>The port of the sandbox's own loopback that leads to it.</summary>
    int Port { get; }

    /// <summary>What the program is given in place of a key: it opens this door and nothing else, and dies with it.</summary>
    string Token { get; }

    /// <summary>What went through so far.</summary>
    PaidUse Use { get; }
}
