using System.Text.Json;
using Alai.Client;

namespace Alai.Host;

/// <summary>Who holds a home, for people and messages; never read as proof of anything.</summary>
/// <param name="Pid">The process.</param>
/// <param name="Mode"><c>up</c> or <c>once</c>.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="Version">Its version.</param>
internal sealed record DaemonIdentity(int Pid, string Mode, DateTimeOffset StartedAt, string Version)
{
    public static DaemonIdentity? Read(string home)
    {
        try
        {
            return JsonSerializer.Deserialize<DaemonIdentity>(File.ReadAllText(PathOf(home)), JsonSerializerOptions.Web);
        }
        catch (Exception broken) when (broken is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Write(string home) => File.WriteAllText(PathOf(home), JsonSerializer.Serialize(this, JsonSerializerOptions.Web));

    public static void Remove(string home) => File.Delete(PathOf(home));

    private static string PathOf(string home) => Path.Combine(HomeFolder.Data(home), "alaid.json");
}
