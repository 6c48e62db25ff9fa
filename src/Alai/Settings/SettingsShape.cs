using Alai.Yaml;

namespace Alai.Settings;

/// <summary>What <c>alai.yaml</c> may hold: the strict check, the editor's schema and <c>docs/settings.md</c> come from here.</summary>
public static class SettingsShape
{
    /// <summary>Every executor a tier may name.</summary>
    public static IReadOnlyList<string> Executors { get; } =
        ["ollama-tool", "ollama-simple", "llama-tool", "llama-server", "claude-cli", "human-queue"];

    /// <summary>The shape of <c>alai.yaml</c>.</summary>
    public static YamlShape Shape { get; } = new("alai.yaml", [.. Fleet, .. Tiers, .. Work, .. Care, .. Edges]);

    private static IEnumerable<YamlKey> Fleet =>
    [
        new("fleet", YamlKind.Map, "The machines that serve models."),
        new("fleet.hosts", YamlKind.Maps, "The model servers, in order of preference.")
        {
            Default = "one host `local` at OLLAMA_HOST, else 127.0.0.1:11434",
        },
        new("fleet.hosts.name", YamlKind.Text, "A name, unique in the file; tiers refer to it.") { Required = true },
        new("fleet.hosts.url", YamlKind.Text, "The address, http or https.") { Required = true },
        new("fleet.hosts.engine", YamlKind.Word, "What it speaks.") { Default = "ollama", Words = ["ollama", "llama-server"] },
        new("fleet.hosts.machine", YamlKind.Text, "The machine it runs on; hosts on one machine share its memory.")
        {
            Default = "its name",
        },
        new("fleet.hosts.memory_gb", YamlKind.Whole, "Memory for models, in gigabytes.")
        {
            Default = "unknown", Minimum = 1, Maximum = 65536,
        },
        new("fleet.hosts.max_runs", YamlKind.Whole, "Most runs at once on it.") { Default = "2", Minimum = 1, Maximum = 1000 },
    ];

    private static IEnumerable<YamlKey> Tiers =>
    [
        new("tiers", YamlKind.Map, "The ladder of models; tiers not named in it are absent.")
        {
            Default = "derived from the models the hosts serve, smallest capable first",
        },
        new("tiers.*", YamlKind.Map, "A tier, 1 (smallest) to 5 (a person).") { Words = ["1", "2", "3", "4", "5"] },
        new("tiers.*.model", YamlKind.Text, "The model's name as the host serves it; needed unless a person does the work."),
        new("tiers.*.hosts", YamlKind.Texts, "Hosts to use, in order of preference.") { Default = "any that serves the model" },
        new("tiers.*.executors", YamlKind.Texts, "How to run it, in order; the next is used when one is not available.")
        {
            Default = "ollama-tool for 1; ollama-tool, ollama-simple for 2; llama-tool, llama-server for 3; claude-cli for 4; "
                + "human-queue for 5",
            Words = Executors,
        },
        new("tiers.*.idle_s", YamlKind.Whole, "Longest time without a token or a tool event, in seconds.")
        {
            Default = "60, 120, 300, 600, 600", Minimum = 1, Maximum = 86400,
        },
        new("tiers.*.wall_s", YamlKind.Whole, "Longest time of a whole run, in seconds.")
        {
            Default = "600, 1800, 10800, 3600, 3600", Minimum = 1, Maximum = 604800,
        },
        new("tiers.*.paid", YamlKind.Flag, "Whether its calls cost money.") { Default = "true for claude-cli, else false" },
        new("tiers.*.max_runs", YamlKind.Whole, "Most runs at once on this tier.")
        {
            Default = "no limit of its own", Minimum = 1, Maximum = 1000,
        },
        new("tiers.*.api_key_file", YamlKind.Text, "The file with the provider's key, relative to the home.") { Default = "none" },
        new("tiers.*.api_url", YamlKind.Text, "Where the provider's API is: https, or http on this machine alone.") { Default = "the provider's own" },
        new("tiers.*.num_ctx", YamlKind.Whole, "The context window asked of the host, in tokens.")
        {
            Default = "by the model's profile", Minimum = 512, Maximum = 16777216,
        },
    ];

    private static IEnumerable<YamlKey> Work =>
    [
        new("time_zone", YamlKind.Text, "The zone of budgets' days and of hours: an IANA name, or local.") { Default = "local" },
        new("orchestrator", YamlKind.Map, "The tick and its caps."),
        new("orchestrator.hours", YamlKind.Text, "When work may start by itself: always, or mon-fri 18:00-08:00, sat-sun 00:00-24:00.")
        {
            Default = "always",
        },
        new("orchestrator.tick_s", YamlKind.Whole, "Longest pause between two ticks, in seconds.")
        {
            Default = "30", Minimum = 1, Maximum = 3600,
        },
        new("orchestrator.max_runs", YamlKind.Whole, "Most runs at once in all.") { Default = "6", Minimum = 1, Maximum = 10000 },
        new("orchestrator.attempts", YamlKind.Whole, "Most attempts of a task.") { Default = "3", Minimum = 1, Maximum = 20 },
        new("orchestrator.rounds", YamlKind.Whole, "Most rounds of rework.") { Default = "2", Minimum = 0, Maximum = 20 },
        new("orchestrator.escalations", YamlKind.Whole, "Most climbs to a higher tier of a task.")
        {
            Default = "1", Minimum = 0, Maximum = 4,
        },
        new("orchestrator.person_grace_s", YamlKind.Whole, "How long a task stays a person's after they took or edited it, in seconds.")
        {
            Default = "300", Minimum = 0, Maximum = 86400,
        },
        new("orchestrator.ageing_h", YamlKind.Whole, "Open work that waited so many hours rises by one priority, up to high, and again; 0 lets nothing rise.")
        {
            Default = "72", Minimum = 0, Maximum = 8760,
        },
        new("budgets", YamlKind.Map, "What paid calls may cost."),
        new("budgets.paid_usd_per_day", YamlKind.Number, "The ceiling of a day, in US dollars.")
        {
            Default = "10", Minimum = 0, Maximum = 1000000,
        },
        new("budgets.paid_usd_per_task", YamlKind.Number, "The ceiling of one task, in US dollars.")
        {
            Default = "2", Minimum = 0, Maximum = 1000000,
        },
        new("budgets.escalate_into_paid", YamlKind.Flag, "Whether a task may enter a paid tier by itself: climb there when it fails, or start there when it is hard enough.")
        {
            Default = "false",
        },
    ];

    private static IEnumerable<YamlKey> Care =>
    [
        new("backup", YamlKind.Map, "When the daemon backs itself up, and what it keeps."),
        new("backup.every_min", YamlKind.Whole, "Minutes after the last backup until the next one, when something changed; 0 for never.")
        {
            Default = "60", Minimum = 0, Maximum = 10080,
        },
        new("backup.keep", YamlKind.Whole, "Newest backups kept.") { Default = "24", Minimum = 1, Maximum = 10000 },
        new("backup.keep_days", YamlKind.Whole, "Days of which the newest backup is kept besides.") { Default = "7", Minimum = 0, Maximum = 3650 },
        new("backup.folder", YamlKind.Text, "Where backups go, relative to the home; another disk is better.") { Default = "data/backups" },
        new("disk", YamlKind.Map, "How much of the home's disk stays free."),
        new("disk.reserve_mb", YamlKind.Whole, "With less free than this nothing new starts, in megabytes.") { Default = "512", Minimum = 0, Maximum = 1048576 },
        new("disk.reserve_percent", YamlKind.Whole, "The same in percent of the disk; the larger of the two counts.") { Default = "5", Minimum = 0, Maximum = 90 },
        new("disk.ballast_mb", YamlKind.Whole, "A file that is given up so that what runs can end on a full disk, in megabytes; 0 for none.")
        {
            Default = "32", Minimum = 0, Maximum = 65536,
        },
        new("retention", YamlKind.Map, "How long leftovers of finished tasks are kept; nothing of an open or held task ever goes."),
        new("retention.transcripts_days", YamlKind.Whole, "Days transcripts are kept after their task ended.") { Default = "180", Minimum = 1, Maximum = 36500 },
        new("retention.transcripts_mb", YamlKind.Whole, "What transcripts of finished tasks may take together, in megabytes; beyond it the oldest go first.")
        {
            Default = "10240", Minimum = 1, Maximum = 1048576,
        },
        new("retention.snapshots_days", YamlKind.Whole, "Days snapshots of workspaces are kept after their task ended.") { Default = "30", Minimum = 1, Maximum = 36500 },
        new("retention.snapshots", YamlKind.Whole, "Most snapshots of finished tasks of one product; beyond it the oldest go first.")
        {
            Default = "5000", Minimum = 1, Maximum = 1000000,
        },
    ];

    private static IEnumerable<YamlKey> Edges =>
    [
        new("safety", YamlKind.Map, "The rail and the sandbox."),
        new("safety.rules", YamlKind.Text, "The file with the rules, relative to the home; the shipped rules hold while there is none.")
        {
            Default = "safety.yaml",
        },
        new("safety.sandbox", YamlKind.Word, "The sandbox level a run needs.") { Default = "S2", Words = ["S0", "S1", "S2", "S3"] },
        new("landing", YamlKind.Word, "Who moves the target branch: a person (ask), the daemon (auto), nobody (never).")
        {
            Default = "ask", Words = ["ask", "auto", "never"],
        },
        new("wiki", YamlKind.Map, "Where pages go."),
        new("wiki.kind", YamlKind.Word, "A folder of Markdown, or BookStack.") { Default = "folder", Words = ["folder", "bookstack"] },
        new("wiki.url", YamlKind.Text, "BookStack's address.") { Default = "none" },
        new("wiki.token_file", YamlKind.Text, "The file with BookStack's token, relative to the home.") { Default = "none" },
        new("hive", YamlKind.Map, "How lessons are found again."),
        new("hive.index", YamlKind.Word, "The built-in index, or Qdrant.") { Default = "builtin", Words = ["builtin", "qdrant"] },
        new("hive.embed_model", YamlKind.Text, "The embedding model; without one, search is by words.") { Default = "none" },
        new("hive.url", YamlKind.Text, "Qdrant's address.") { Default = "none" },
        new("hive.api_key_file", YamlKind.Text, "The file with Qdrant's key, relative to the home.") { Default = "none" },
        new("dashboard", YamlKind.Map, "The page for people."),
        new("dashboard.listen", YamlKind.Text, "Address and port it listens on.") { Default = "127.0.0.1:3030" },
    ];
}
