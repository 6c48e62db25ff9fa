using Alai.Fleet;
using Alai.HiveMind;
using Alai.Minions;
using Alai.MissionControl;
using Alai.Orchestration;
using Alai.Processes;
using Alai.Quality;
using Alai.Redaction;
using Alai.Safety;
using Alai.Sandbox;
using Alai.Storage;
using Alai.Tasks;
using Alai.Wiki;
using Alai.Workspaces;
using Microsoft.Extensions.Logging;

namespace Alai;

/// <summary>The composition: the one place that knows every room, one line or two a room.</summary>
internal static class AlaiServices
{
    /// <summary>Opens the factory of a home, which is made when it does not exist.</summary>
    /// <exception cref="FactoryException">Another daemon holds the home, or it cannot be used; says what to do.</exception>
    public static Factory Open(FactoryOptions options)
    {
        UnicodeFolding.Require();
        var home = new FactoryHome(Path.GetFullPath(options.Home));
        HomeFolders.Make(home);
        new StoreSwap(home).Finish();
        var held = new Stack<IDisposable>();
        try
        {
            return Compose(options, home, held);
        }
        catch
        {
            while (held.TryPop(out var part))
                part.Dispose();
            throw;
        }
    }

    private static Factory Compose(FactoryOptions options, FactoryHome home, Stack<IDisposable> held)
    {
        var configuration = new ConfigurationCheck(options, home);
        var first = configuration.First();
        var redactor = new Redactor(SecretFiles.Read(home, first.Settings));
        var wake = new Wake();
        FactoryParts? parts = null;
        var disk = new DiskWatch(home, options.Disk, () => (parts?.Settings ?? first.Settings).Disk);
        var store = Held(held, SqliteMissionControl.Open(new MissionControlOptions
        {
            Path = home.Database,
            Time = options.Time,
            Redact = redactor.Redact,
            Ceilings = () => Ceilings(parts?.Settings ?? first.Settings),
            RulesFingerprint = () => (parts?.Now.Rules ?? first.Rules).Fingerprint,
            BeforeMigration = change => new MigrationBackup(home, first.Settings, options.Time).OfMissionControl(to => StoreImage.Copy(change, to), change.To),
            DiskFull = disk.GiveUp,
            Filed = wake.Filed,
            LockPatience = options.LockPatience,
            FileLockingDisabled = options.FileLockingDisabled,
            AtStep = options.AtStep,
            Logger = options.Logs.CreateLogger<SqliteMissionControl>(),
        }));
        var owner = Held(held, OwnerLock.Take(home.Owners));
        var http = Held(held, new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan });
        var processes = Held(held, new ChildProcesses(options.Time, options.Logs.CreateLogger<ChildProcesses>()));
        parts = new FactoryParts(first)
        {
            Options = options,
            Home = home,
            Store = store,
            Reader = store,
            Quotas = new QuotaPauses(store.Rests()),
            Fleet = new FleetMonitor(FleetMap.Options(first.Settings), http, options.Time, options.Logs.CreateLogger<FleetMonitor>()),
            Redactor = redactor,
            Feeds = Held(held, new MachineFeeds(processes, options)),
            Owner = owner.Owner.ToString(),
            Disk = disk,
        };
        configuration.Attach(parts);
        return Assemble(new Inside(parts, store, configuration, wake, http, processes, held));
    }

    private static Factory Assemble(Inside inside)
    {
        var (parts, store, configuration, wake, http, processes, held) = inside;
        var options = parts.Options;
        var machine = options.SandboxMachine();
        var sandboxes = Held(held, new SandboxStation(processes, new SandboxPicker(processes, machine), new SandboxReportCache(machine, options.Time), options));
        var repositories = new ProductRepositories(processes, new GitMachine(parts.Home.Data, options.GitEnvironment()));
        var hive = Held(held, HiveOf(parts, store));
        Func<IWiki> wiki = () => WikiOf(parts, http);
        var follow = new PipelineFollow(parts, new RootEnding(parts));
        var conclusion = new Conclusion(parts, new EscalationPolicy(options.Time, options.Random), follow);
        var picker = new HostPicker(new HostSlots());
        var check = new DispatchCheck(parts, picker);
        var health = new FactoryHealth(parts, configuration, LivenessOf(parts));
        var artefacts = new StageArtefacts(parts, repositories);
        var landingStep = new LandingStep(parts, repositories, new LandingProof(parts, repositories, sandboxes), follow);
        var landing = new Landing(parts, landingStep, new OpenLandings(parts, repositories), artefacts, follow, wake);
        var door = new ModelDoor(parts.Fleet, picker, [new OllamaClient(http, options.Time), new LlamaServerClient(http, options.Time)]);
        var agents = new Agents(parts, door, hive, (PaidModels(parts, held), new EmptyDesk(parts, sandboxes)));
        var grounds = new GroundPreparation(parts, repositories, sandboxes);
        IStageWork[] works =
        [
            new BuildWork(parts, grounds, agents, artefacts, conclusion),
            new JudgeWork(parts, grounds, agents, conclusion),
            new OpsWork(parts, repositories, processes, conclusion),
            new AnswerWork(agents, conclusion),
        ];
        var dispatcher = new Dispatcher(parts, check, new RunExecution(parts, works, conclusion, new Refinement(parts, door, check)), wake);
        var reconcile = new Reconcile(parts, LivenessOf(parts), new OrphanReaper(options.Time), repositories, wake);
        var outbox = new OutboxDrain(parts, [new HiveOutbox(parts, hive), new WikiOutbox(parts, wiki)]);
        var filing = new Filing(parts, wake);
        var schedules = new Schedules(parts, filing);
        var tick = new Tick(parts, reconcile, configuration, dispatcher, landing, outbox, new Ageing(parts), schedules);
        var care = HomeCare.Of(new CareParts(parts, store, hive), filing, (configuration, repositories, wake));
        var factory = new Factory
        {
            Parts = parts,
            Filing = filing,
            Schedules = schedules,
            Why = new WhyExplainer(parts, check, health),
            Health = health,
            Configuration = configuration,
            Registration = new ProductRegistration(parts, configuration),
            Sandboxes = sandboxes,
            Repositories = repositories,
            Changes = new TaskChanges(parts, repositories),
            Reverting = new Reverting(parts, repositories, sandboxes),
            Exam = new ProductExam(parts, repositories, sandboxes),
            Hive = hive,
            Wiki = wiki,
            Wake = wake,
            Landing = landing,
            Outbox = outbox,
            Care = care,
            ChildTime = () => processes.Spent,
            MakeScheduler = () => new Orchestrator(tick, wake, parts),
        };
        return Keep(factory, held);
    }

    private static WorkerLiveness LivenessOf(FactoryParts parts) =>
        new(owner => OwnerLock.IsDead(parts.Home.Owners, owner), owner => OwnerLock.Forget(parts.Home.Owners, owner));

    private static Factory Keep(Factory factory, Stack<IDisposable> held)
    {
        foreach (var part in held.Reverse())
            factory.Hold(part);
        return factory;
    }

    private static IPaidModels? PaidModels(FactoryParts parts, Stack<IDisposable> held)
    {
        var models = parts.Options.PaidModels?.Invoke(parts);
        if (models is IDisposable connections)
            held.Push(connections);
        return models;
    }

    private static SqliteHiveMind HiveOf(FactoryParts parts, SqliteMissionControl store) => SqliteHiveMind.Open(new HiveMindOptions
    {
        Path = parts.Home.Hive,
        Redactor = parts.Redactor,
        Time = parts.Time,
        Logger = parts.Options.Logs.CreateLogger<SqliteHiveMind>(),
        BeforeMigration = change => new MigrationBackup(parts.Home, parts.Settings, parts.Time).OfHiveMind(change.CopyTo, change.To, store),
    });

    private static IWiki WikiOf(FactoryParts parts, HttpClient http)
    {
        var settings = parts.Settings.Wiki;
        if (settings is not { Kind: "bookstack", Url: { } url, TokenFile: { } file })
            return new FolderWiki(parts.Home.Wiki, parts.Redactor);
        var token = BookStackOptions.Of(url, File.ReadAllText(parts.Home.Resolve(file))) ?? throw new FactoryException(
            $"expected ID:SECRET on one line of {file}; found something else", "write the token of a BookStack user without the right to delete");
        return new BookStackWiki(http, token, parts.Redactor, parts.Time);
    }

    private static PaidCeilings Ceilings(Settings.FactorySettings settings) => new(
        (long)(settings.Budgets.PaidUsdPerDay * 1_000_000), (long)(settings.Budgets.PaidUsdPerTask * 1_000_000), settings.Zone);

    private static T Held<T>(Stack<IDisposable> held, T part)
        where T : IDisposable
    {
        held.Push(part);
        return part;
    }

    private sealed record Inside(
        FactoryParts Parts, SqliteMissionControl Store, ConfigurationCheck Configuration, Wake Wake, HttpClient Http, ChildProcesses Processes, Stack<IDisposable> Held);
}
