using System.Net.Security;
using System.Net.Sockets;

namespace Alai.Sandbox;

/// <summary>Two connections joined: what one says the other hears, until both have ended.</summary>
internal static class SocketPair
{
    private const int Piece = 64 * 1024;

    /// <summary>Carries both ways; when one side ends, the other may still speak.</summary>
    /// <returns>Bytes from the first to the second, and back.</returns>
    internal static async Task<(long Up, long Down)> JoinAsync(Stream first, Stream second, CancellationToken cancellationToken)
    {
        var up = CarryAsync(first, second, cancellationToken);
        var down = CarryAsync(second, first, cancellationToken);
        await Task.WhenAll(up, down);
        return (await up, await down);
    }

    /// <summary>Carries both ways until the second has said all: one answer a connection.</summary>
    /// <returns>Bytes from the first to the second, and back.</returns>
    internal static async Task<(long Up, long Down)> AnswerAsync(Stream first, Stream second, CancellationToken cancellationToken)
    {
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var up = CarryAsync(first, second, answered.Token);
        var down = await CarryAsync(second, first, cancellationToken);
        await answered.CancelAsync();
        return (await up, down);
    }

    private static async Task<long> CarryAsync(Stream from, Stream to, CancellationToken cancellationToken)
    {
        var buffer = new byte[Piece];
        var total = 0L;
        try
        {
            while (await from.ReadAsync(buffer, cancellationToken) is var count and > 0)
            {
                await to.WriteAsync(buffer.AsMemory(0, count), cancellationToken);
                total += count;
            }

            if (to is NetworkStream { Socket: { } socket })
                socket.Shutdown(SocketShutdown.Send);
            else if (to is SslStream secured)
                await secured.ShutdownAsync();
        }
        catch (Exception broken) when (broken is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // One side is gone: the other one must not wait for more.
            await to.DisposeAsync();
        }

        return total;
    }
}
