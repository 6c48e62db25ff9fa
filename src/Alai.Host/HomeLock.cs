using System.Net.Sockets;
using Alai.Client;
using Alai.Tasks;

namespace Alai.Host;

/// <summary>One daemon a home: a file held for life. The kernel lets it go on death, whatever the death.</summary>
internal sealed class HomeLock : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);
    private readonly FileStream file;

    private HomeLock(FileStream file) => this.file = file;

    /// <summary>Takes the home. Null for <c>once</c> when another daemon answers there and can do the work.</summary>
    /// <exception cref="FactoryException">Another process holds it.</exception>
    public static async Task<HomeLock?> TakeAsync(DaemonWords words, TimeProvider time, CancellationToken cancellationToken)
    {
        var path = Path.Combine(HomeFolder.Data(words.Home), "alaid.lock");
        var began = time.GetTimestamp();
        while (true)
        {
            if (TryTake(path) is { } taken)
                return taken;
            var answers = await AnswersAsync(HomeSocket.PathFor(words.Home), cancellationToken);
            if (answers && words.Once)
                return null;
            var holder = DaemonIdentity.Read(words.Home);
            if ((answers && holder?.Mode == "up") || time.GetElapsedTime(began) > Patience)
                throw Held(words.Home, holder);
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    public void Dispose() => file.Dispose();

    private static FactoryException Held(string home, DaemonIdentity? holder) => new(
        $"Another daemon already holds {home}" + (holder is null ? "." : $": pid {holder.Pid}, up since {holder.StartedAt:yyyy-MM-dd HH:mm:ss} UTC."),
        "Use it ('alai status'), end it ('alai down'), or choose another home with --home.",
        isTransient: true);

    private static HomeLock? TryTake(string path)
    {
        try
        {
            return new HomeLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException problem) when (problem.HResult is 11 or 35 or unchecked((int)0x80070020))
        {
            // EWOULDBLOCK of Linux and macOS, sharing violation of Windows.
            return null;
        }
    }

    private static async Task<bool> AnswersAsync(string socketPath, CancellationToken cancellationToken)
    {
        if (!File.Exists(socketPath))
            return false;
        using var probe = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await probe.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
