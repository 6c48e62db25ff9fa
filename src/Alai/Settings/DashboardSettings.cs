using System.Net;

namespace Alai.Settings;

/// <summary>The page for people.</summary>
public sealed record DashboardSettings
{
    /// <summary>Where it listens; loopback unless the owner says otherwise. Port 0 takes any free one.</summary>
    public IPEndPoint Listen { get; init; } = new(IPAddress.Loopback, 3030);
}
