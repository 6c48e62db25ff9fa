using System.Globalization;
using System.Net;
using Alai.Yaml;

namespace Alai.Settings;

/// <summary>Makes settings of a checked map and adds what a shape cannot know: addresses, zones, hours, references.</summary>
internal sealed class SettingsReader(List<ConfigProblem> problems)
{
    private const long Megabyte = 1024 * 1024;
    private static readonly YamlMap Empty = new("", 1, []);
    private static readonly FactorySettings Default = FactorySettings.Default;
    private static readonly OrchestratorSettings Defaults = Default.Orchestrator;

    public FactorySettings Read(YamlMap root, string? ollamaHost)
    {
        var fleet = root.Map("fleet") is { } map && map.Has("hosts")
            ? new FleetSettings { Hosts = Hosts(map) }
            : new FleetSettings { Hosts = [HostSettings.Local(ollamaHost)] };
        var zone = root.Text("time_zone") ?? Default.TimeZone;
        return new FactorySettings
        {
            Fleet = fleet,
            Tiers = root.Map("tiers") is { } tiers ? new TiersReader(problems).Read(tiers, fleet) : null,
            TimeZone = zone,
            Zone = Zone(root, zone),
            Orchestrator = Orchestrator(root.Map("orchestrator") ?? Empty),
            Budgets = Budgets(root.Map("budgets") ?? Empty),
            Safety = Safety(root.Map("safety") ?? Empty),
            Landing = root.Word<LandingPolicy>("landing") ?? Default.Landing,
            Wiki = Wiki(root.Map("wiki") ?? Empty),
            Hive = Hive(root.Map("hive") ?? Empty),
            Backup = Backup(root.Map("backup") ?? Empty),
            Disk = Disk(root.Map("disk") ?? Empty),
            Retention = Retention(root.Map("retention") ?? Empty),
            Dashboard = new DashboardSettings { Listen = Listen(root.Map("dashboard") ?? Empty) },
        };
    }

    private List<HostSettings> Hosts(YamlMap fleet)
    {
        var hosts = new List<HostSettings>();
        foreach (var map in fleet.Maps("hosts"))
        {
            if (map.Text("name") is not { } name || Address(map, "url") is not { } url)
                continue;
            if (hosts.Any(host => host.Name == name))
                problems.Add(map.ProblemAt("name", $"expected a name no other host has; '{name}' is taken"));
            hosts.Add(new HostSettings
            {
                Name = name,
                Url = url,
                Engine = map.Text("engine") ?? "ollama",
                Machine = map.Text("machine") ?? name,
                MemoryGb = map.Whole("memory_gb"),
                MaxRuns = map.Whole("max_runs") ?? 2,
            });
        }

        if (fleet.Find("hosts") is YamlList { Items.Count: 0 })
            problems.Add(fleet.ProblemAt("hosts", "expected at least one host; leave the key out to use the local Ollama"));
        return hosts;
    }

    private OrchestratorSettings Orchestrator(YamlMap map) => new()
    {
        Hours = Hours(map),
        Tick = map.Whole("tick_s") is { } tick ? TimeSpan.FromSeconds(tick) : Defaults.Tick,
        MaxRuns = map.Whole("max_runs") ?? Defaults.MaxRuns,
        Attempts = map.Whole("attempts") ?? Defaults.Attempts,
        Rounds = map.Whole("rounds") ?? Defaults.Rounds,
        Escalations = map.Whole("escalations") ?? Defaults.Escalations,
        PersonGrace = map.Whole("person_grace_s") is { } grace ? TimeSpan.FromSeconds(grace) : Defaults.PersonGrace,
        Ageing = map.Whole("ageing_h") is { } ageing ? TimeSpan.FromHours(ageing) : Defaults.Ageing,
    };

    private WorkingHours Hours(YamlMap map)
    {
        if (map.Text("hours") is not { } text)
            return Defaults.Hours;
        if (WorkingHours.Parse(text, out var problem) is { } hours)
            return hours;
        problems.Add(map.ProblemAt("hours", problem));
        return Defaults.Hours;
    }

    private static BudgetSettings Budgets(YamlMap map) => new()
    {
        PaidUsdPerDay = map.Number("paid_usd_per_day") ?? Default.Budgets.PaidUsdPerDay,
        PaidUsdPerTask = map.Number("paid_usd_per_task") ?? Default.Budgets.PaidUsdPerTask,
        EscalateIntoPaid = map.Flag("escalate_into_paid") ?? Default.Budgets.EscalateIntoPaid,
    };

    private static BackupSettings Backup(YamlMap map) => new()
    {
        Every = map.Whole("every_min") is { } minutes ? TimeSpan.FromMinutes(minutes) : Default.Backup.Every,
        Keep = map.Whole("keep") ?? Default.Backup.Keep,
        KeepDays = map.Whole("keep_days") ?? Default.Backup.KeepDays,
        Folder = map.Text("folder") ?? Default.Backup.Folder,
    };

    private static DiskSettings Disk(YamlMap map) => new()
    {
        Reserve = map.Whole("reserve_mb") is { } reserve ? reserve * Megabyte : Default.Disk.Reserve,
        ReservePercent = map.Whole("reserve_percent") ?? Default.Disk.ReservePercent,
        Ballast = map.Whole("ballast_mb") is { } ballast ? ballast * Megabyte : Default.Disk.Ballast,
    };

    private static RetentionSettings Retention(YamlMap map) => new()
    {
        Transcripts = map.Whole("transcripts_days") is { } days ? TimeSpan.FromDays(days) : Default.Retention.Transcripts,
        TranscriptBytes = map.Whole("transcripts_mb") is { } size ? size * Megabyte : Default.Retention.TranscriptBytes,
        Snapshots = map.Whole("snapshots_days") is { } kept ? TimeSpan.FromDays(kept) : Default.Retention.Snapshots,
        MostSnapshots = map.Whole("snapshots") ?? Default.Retention.MostSnapshots,
    };

    private static SafetySettings Safety(YamlMap map) => new()
    {
        Rules = map.Text("rules") ?? Default.Safety.Rules,
        Sandbox = map.Text("sandbox") ?? Default.Safety.Sandbox,
    };

    private WikiSettings Wiki(YamlMap map)
    {
        var wiki = new WikiSettings
        {
            Kind = map.Text("kind") ?? Default.Wiki.Kind,
            Url = Address(map, "url"),
            TokenFile = map.Text("token_file"),
        };
        Needs(map, wiki.Kind == "bookstack", "kind: bookstack", "url", "token_file");
        return wiki;
    }

    private HiveSettings Hive(YamlMap map)
    {
        var hive = new HiveSettings
        {
            Index = map.Text("index") ?? Default.Hive.Index,
            EmbedModel = map.Text("embed_model"),
            Url = Address(map, "url"),
            ApiKeyFile = map.Text("api_key_file"),
        };
        Needs(map, hive.Index == "qdrant", "index: qdrant", "url", "embed_model");
        return hive;
    }

    private void Needs(YamlMap map, bool applies, string what, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (applies && !map.Has(key))
                problems.Add(map.Problem($"expected the key '{key}' beside '{what}'; it is missing"));
        }
    }

    private Uri? Address(YamlMap map, string key)
    {
        if (map.Text(key) is not { } text)
            return null;
        if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") && uri.Host.Length > 0)
            return uri;
        problems.Add(map.ProblemAt(key, $"expected an address such as \"http://10.0.0.2:11434\"; found '{text}'"));
        return null;
    }

    private TimeZoneInfo Zone(YamlMap root, string name)
    {
        if (name == "local")
            return TimeZoneInfo.Local;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;
        problems.Add(root.ProblemAt("time_zone", $"expected local or an IANA name such as Europe/Oslo; found '{name}'"));
        return TimeZoneInfo.Local;
    }

    private IPEndPoint Listen(YamlMap map)
    {
        if (map.Text("listen") is not { } text)
            return Default.Dashboard.Listen;
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? "" : text[..colon].Trim('[', ']');
        var address = host == "localhost" ? IPAddress.Loopback : IPAddress.TryParse(host, out var parsed) ? parsed : null;
        if (address is not null
            && ushort.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port))
            return new IPEndPoint(address, port);
        problems.Add(map.ProblemAt("listen", $"expected address:port such as \"127.0.0.1:3030\"; found '{text}'"));
        return Default.Dashboard.Listen;
    }
}
