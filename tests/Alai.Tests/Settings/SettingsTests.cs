using System.Net;
using Alai.Settings;

namespace Alai.Tests.Settings;

public sealed class SettingsTests
{
    private const string TwoMacs = """
        fleet:
          hosts:
            - { name: forge, url: "http://10.0.0.2:11434", engine: ollama, memory_gb: 256, max_runs: 2 }
            - { name: kimi,  url: "http://10.0.0.2:8080",  engine: llama-server, machine: forge }
            - { name: anvil, url: "http://10.0.0.1:11434", engine: ollama, memory_gb: 96, max_runs: 3 }
        tiers:
          1: { model: "qwen3:8b",          hosts: [forge], executors: [ollama-tool], idle_s: 60 }
          2: { model: "qwen2.5-coder:32b", hosts: [anvil], executors: [ollama-tool, ollama-simple], idle_s: 120 }
          4: { model: sonnet, executors: [claude-cli], idle_s: 600, paid: true, max_runs: 2, api_key_file: secrets/anthropic }
          5: { executors: [human-queue] }
        time_zone: Europe/Oslo
        orchestrator: { hours: "mon-fri 18:00-08:00", tick_s: 5, max_runs: 7, attempts: 4, rounds: 1, escalations: 0, person_grace_s: 9 }
        budgets: { paid_usd_per_day: 1.5, paid_usd_per_task: 0, escalate_into_paid: true }
        safety: { rules: other.yaml, sandbox: S3 }
        landing: never
        wiki: { kind: bookstack, url: "https://wiki.example", token_file: secrets/wiki }
        hive: { index: qdrant, url: "http://127.0.0.1:6333", embed_model: bge-m3, api_key_file: secrets/q }
        dashboard: { listen: "[::1]:4040" }
        """;

    [Fact]
    public void Every_key_of_the_design_is_read()
    {
        var load = SettingsFile.Parse(TwoMacs);
        Assert.Empty(load.Problems);
        var settings = load.Settings!;
        Assert.Equal(["forge", "kimi", "anvil"], settings.Fleet.Hosts.Select(host => host.Name));
        Assert.Equal(("llama-server", "forge", null, 2), (settings.Fleet.Hosts[1].Engine, settings.Fleet.Hosts[1].Machine, settings.Fleet.Hosts[1].MemoryGb, settings.Fleet.Hosts[1].MaxRuns));
        Assert.Equal([1, 2, 4, 5], settings.Tiers!.Keys);
        Assert.Equal((true, 2, "secrets/anthropic", TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)), (settings.Tiers[4].Paid, settings.Tiers[4].MaxRuns, settings.Tiers[4].ApiKeyFile, settings.Tiers[4].Idle, settings.Tiers[4].Wall));
        Assert.Equal(["ollama-tool", "ollama-simple"], settings.Tiers[2].Executors);
        Assert.Equal("Europe/Oslo", settings.Zone.Id);
        var tick = settings.Orchestrator;
        Assert.Equal(("mon-fri 18:00-08:00", 5, 7, 4, 1, 0, 9), (tick.Hours.Text, (int)tick.Tick.TotalSeconds, tick.MaxRuns, tick.Attempts, tick.Rounds, tick.Escalations, (int)tick.PersonGrace.TotalSeconds));
        Assert.Equal((1.5m, 0m, true), (settings.Budgets.PaidUsdPerDay, settings.Budgets.PaidUsdPerTask, settings.Budgets.EscalateIntoPaid));
        Assert.Equal(("other.yaml", "S3", LandingPolicy.Never), (settings.Safety.Rules, settings.Safety.Sandbox, settings.Landing));
        Assert.Equal(("bookstack", "https://wiki.example/", "secrets/wiki"), (settings.Wiki.Kind, settings.Wiki.Url?.ToString(), settings.Wiki.TokenFile));
        Assert.Equal(("qdrant", "bge-m3", "http://127.0.0.1:6333/", "secrets/q"), (settings.Hive.Index, settings.Hive.EmbedModel, settings.Hive.Url?.ToString(), settings.Hive.ApiKeyFile));
        Assert.Equal(new IPEndPoint(IPAddress.IPv6Loopback, 4040), settings.Dashboard.Listen);
    }

    [Fact]
    public void Without_a_file_the_defaults_of_the_design_hold()
    {
        var settings = SettingsFile.Load("/no/such/alai.yaml").Settings!;
        Assert.Equal(("local", "http://127.0.0.1:11434/"), (settings.Fleet.Hosts[0].Name, settings.Fleet.Hosts[0].Url.ToString()));
        Assert.Null(settings.Tiers);
        Assert.Equal((30, 6, 3, 2, 1, 300), ((int)settings.Orchestrator.Tick.TotalSeconds, settings.Orchestrator.MaxRuns, settings.Orchestrator.Attempts, settings.Orchestrator.Rounds, settings.Orchestrator.Escalations, (int)settings.Orchestrator.PersonGrace.TotalSeconds));
        Assert.Equal((10m, 2m, false), (settings.Budgets.PaidUsdPerDay, settings.Budgets.PaidUsdPerTask, settings.Budgets.EscalateIntoPaid));
        Assert.Equal(("S2", LandingPolicy.Ask, "folder", "builtin"), (settings.Safety.Sandbox, settings.Landing, settings.Wiki.Kind, settings.Hive.Index));
        Assert.Equal("127.0.0.1:3030", settings.Dashboard.Listen.ToString());
    }

    [Fact]
    public void One_key_replaces_its_own_default_and_no_other()
    {
        var settings = SettingsFile.Parse("orchestrator: { attempts: 5 }").Settings!;
        Assert.Equal((5, 6, 2), (settings.Orchestrator.Attempts, settings.Orchestrator.MaxRuns, settings.Orchestrator.Rounds));
        Assert.Null(settings.Tiers);
    }

    [Theory]
    [InlineData("fleet: { hoasts: [] }", "alai.yaml:1: unknown key 'hoasts' in fleet; did you mean 'hosts'?")]
    [InlineData("fleet: { hosts: [] }", "alai.yaml:1: expected at least one host; leave the key out to use the local Ollama")]
    [InlineData("fleet: { hosts: [{ name: a, url: ftp://x }] }", "alai.yaml:1: expected an address such as \"http://10.0.0.2:11434\"; found 'ftp://x'")]
    [InlineData("fleet:\n  hosts:\n    - { name: a, url: \"http://x\" }\n    - { name: a, url: \"http://y\" }", "alai.yaml:4: expected a name no other host has; 'a' is taken")]
    [InlineData("tiers: { 6: { model: x } }", "alai.yaml:1: unknown key '6' in tiers; expected one of: 1, 2, 3, 4, 5")]
    [InlineData("tiers: { 1: { model: x, hosts: [locl] } }", "alai.yaml:1: no host is called 'locl'; did you mean 'local'?")]
    [InlineData("tiers: { 1: { model: x, executors: [olama-tool] } }", "alai.yaml:1: expected one of ollama-tool, ollama-simple, llama-tool, llama-server, claude-cli, human-queue for each item of 'tiers.1.executors'; found 'olama-tool'; did you mean 'ollama-tool'?")]
    [InlineData("tiers: { 1: { idle_s: 5 } }", "alai.yaml:1: expected the key 'model' in tiers.1; only human-queue needs none")]
    [InlineData("tiers: {}", "alai.yaml:1: expected at least one tier; leave 'tiers' out to derive them from what is served")]
    [InlineData("time_zone: Europe/Osl", "alai.yaml:1: expected local or an IANA name such as Europe/Oslo; found 'Europe/Osl'")]
    [InlineData("orchestrator: { hours: nights }", "alai.yaml:1: expected 'always' or spans such as 'mon-fri 18:00-08:00, sat-sun 00:00-24:00'; found 'nights'")]
    [InlineData("orchestrator: { tick_s: 0 }", "alai.yaml:1: expected a whole number from 1 to 3600 for 'orchestrator.tick_s'; found '0'")]
    [InlineData("budgets: { paid_usd_per_day: -1 }", "alai.yaml:1: expected a number from 0 to 1000000 for 'budgets.paid_usd_per_day'; found '-1'")]
    [InlineData("wiki: { kind: bookstack }", "alai.yaml:1: expected the key 'url' beside 'kind: bookstack'; it is missing")]
    [InlineData("dashboard: { listen: everywhere }", "alai.yaml:1: expected address:port such as \"127.0.0.1:3030\"; found 'everywhere'")]
    public void A_bad_value_is_explained_with_its_place(string text, string problem)
    {
        var load = SettingsFile.Parse(text);
        Assert.Null(load.Settings);
        Assert.Contains(problem, load.Problems.Select(one => one.ToString()));
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:11434/")]
    [InlineData("", "http://127.0.0.1:11434/")]
    [InlineData("0.0.0.0", "http://127.0.0.1:11434/")]
    [InlineData("10.0.0.2", "http://10.0.0.2:11434/")]
    [InlineData("10.0.0.2:8000", "http://10.0.0.2:8000/")]
    [InlineData(":8000", "http://127.0.0.1:8000/")]
    [InlineData("https://models.example", "https://models.example/")]
    [InlineData("[::1]:8000", "http://[::1]:8000/")]
    [InlineData("\"10.0.0.2/\"", "http://10.0.0.2:11434/")]
    public void The_variable_of_Ollama_is_read_as_Ollama_reads_it(string? text, string url) =>
        Assert.Equal(url, FactorySettings.WithHostAt(text).Fleet.Hosts[0].Url.ToString());

    [Fact]
    public void The_template_changes_nothing_and_names_every_key()
    {
        Assert.Empty(SettingsFile.Parse(SettingsTemplate.Text).Problems);
        Assert.Equal(6, SettingsFile.Parse(SettingsTemplate.Text).Settings!.Orchestrator.MaxRuns);
        Assert.All(
            SettingsShape.Shape.Keys.Where(key => key.Name != "*"),
            key => Assert.Contains(key.Name + ":", SettingsTemplate.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void The_template_switched_on_is_valid()
    {
        var lines = SettingsTemplate.Text.Split('\n').Where(line => !line.StartsWith("# ---", StringComparison.Ordinal)
            && (line.StartsWith("#   ", StringComparison.Ordinal) || line.TrimEnd().EndsWith(':') || line.StartsWith("# landing:", StringComparison.Ordinal) || line.StartsWith("# time_zone:", StringComparison.Ordinal)));
        var text = string.Join('\n', lines.Where(line => !line.StartsWith("#     with it", StringComparison.Ordinal)).Select(line => line[2..]));
        Assert.Empty(SettingsFile.Parse(text).Problems.Select(problem => problem.ToString()));
        Assert.Equal(5, SettingsFile.Parse(text).Settings!.Tiers!.Count);
    }

    [Fact]
    public void A_default_written_down_is_the_default_in_force()
    {
        var written = SettingsShape.Shape.Keys
            .Where(key => !key.Path.StartsWith("tiers", StringComparison.Ordinal) && !key.Path.StartsWith("fleet", StringComparison.Ordinal))
            .Where(key => key.Default.Length > 0 && key.Default != "none").ToArray();
        Assert.True(written.Length >= 15);
        var text = string.Join('\n', written.GroupBy(key => key.Path.Split('.')[0]).Select(group => group.First().Path.Contains('.', StringComparison.Ordinal)
            ? $"{group.Key}: {{ {string.Join(", ", group.Select(key => $"{key.Name}: \"{key.Default}\"".Replace('"', key.Kind is Alai.Yaml.YamlKind.Text or Alai.Yaml.YamlKind.Word ? '"' : ' ')))} }}"
            : $"{group.Key}: {group.First().Default}"));
        var load = SettingsFile.Parse(text);
        Assert.Empty(load.Problems);
        Assert.Equal(
            System.Text.Json.JsonSerializer.Serialize(Comparable(FactorySettings.Default)),
            System.Text.Json.JsonSerializer.Serialize(Comparable(load.Settings!)));

        static object Comparable(FactorySettings settings) => new
        {
            settings.TimeZone, settings.Budgets, settings.Safety, settings.Landing, settings.Wiki, settings.Hive,
            Listen = settings.Dashboard.Listen.ToString(), Hours = settings.Orchestrator.Hours.Text, settings.Orchestrator.Tick,
            settings.Orchestrator.MaxRuns, settings.Orchestrator.Attempts, settings.Orchestrator.Rounds,
            settings.Orchestrator.Escalations, settings.Orchestrator.PersonGrace, settings.Orchestrator.Ageing,
        };
    }

    [Fact]
    public void A_settings_file_of_ten_megabytes_is_refused_unread()
    {
        using var folder = new TemporaryFolder();
        var load = SettingsFile.Load(folder.Write("alai.yaml", new string('#', 10 * 1024 * 1024)));
        Assert.Null(load.Settings);
        Assert.Contains("expected at most", Assert.Single(load.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_reference_document_is_what_the_code_says() => GoldenText.Check("docs/settings.md", SettingsReference.Text);

    [Theory]
    [InlineData("alai.schema.json")]
    [InlineData("blueprint.schema.json")]
    [InlineData("company.schema.json")]
    [InlineData("pipeline.schema.json")]
    [InlineData("product.schema.json")]
    public void The_schemas_for_editors_are_what_the_readers_check(string name) =>
        GoldenText.Check("docs/schemas/" + name, EditorSchemas.All[name]);
}
