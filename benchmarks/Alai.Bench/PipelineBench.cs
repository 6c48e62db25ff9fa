using System.Diagnostics;
using System.Text.Json;
using Alai.Orchestration;
using Alai.Processes;
using Alai.Rehearsal;
using Alai.Tasks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Bench;

/// <summary>
/// What the daemon adds to a whole pipeline (BUILD, REVIEW, SECURITY, landing): wall time from filing to done, less the
/// scripted models' answers (they answer at once) and less the time its children ran (git, sandbox, the product's tests).
/// </summary>
internal sealed class PipelineBench : IBench
{
    private static readonly string[] Names = ["PATH", "HOME", "LANG"];

    private const int Warm = 1;
    private const int Times = 5;

    public string Name => "pipeline";

    public string About => "daemon time of BUILD, REVIEW, SECURITY and landing, models and tools excluded";

    public async Task RunAsync(BenchRun run, CancellationToken cancellationToken)
    {
        var (wall, children) = await MeasureAsync(run.Folder);
        var own = wall.Zip(children, (all, waited) => (all - waited).TotalMilliseconds).Order().ToList();
        run.Sheet.Add(new Figure("daemon time, median", own[own.Count / 2], "ms", 1000));
        run.Sheet.Add(new Figure("daemon time, worst", own[^1], "ms"));
        run.Sheet.Add(new Figure("wall, median", wall.Order().ElementAt(wall.Count / 2).TotalMilliseconds, "ms"));
        run.Sheet.Add(new Figure("in child processes, median", children.Order().ElementAt(children.Count / 2).TotalMilliseconds, "ms"));
        run.Sheet.Note($"{Times} pipelines after {Warm} to warm up; a scripted model answers at once; child processes are git, sandbox and tests.");
    }

    private static async Task<(List<TimeSpan> Wall, List<TimeSpan> Children)> MeasureAsync(string folder)
    {
        var product = Path.Combine(folder, "shop");
        await MakeProductAsync(product);
        await using var models = await RehearsalServer.StartAsync(new RehearsalOptions { Script = Script() }, CancellationToken.None);
        var home = Path.Combine(folder, "home");
        Directory.CreateDirectory(Path.Combine(home, "products"));
        await File.WriteAllTextAsync(Path.Combine(home, "products", "shop.yaml"), $"repository: \"{product}\"\ntarget_branch: main\nlanding: auto\nverify: [\"sh tests/run.sh\"]\n");
        await File.WriteAllTextAsync(Path.Combine(home, "alai.yaml"), $"fleet:\n  hosts:\n    - {{ name: forge, url: \"{models.Url.ToString().TrimEnd('/')}\" }}\n");
        await using var factory = AlaiServices.Open(
            new FactoryOptions { Home = home, Random = new Random(7), Environment = Variables(), AllowUnsandboxed = true, AllowUnsandboxedLanding = true });
        factory.StartScheduler();
        var wall = new List<TimeSpan>();
        var children = new List<TimeSpan>();
        for (var run = 0; run < Warm + Times; run++)
        {
            var before = factory.ChildTime();
            var watch = Stopwatch.StartNew();
            await OneAsync(factory, run);
            if (run < Warm)
                continue;
            wall.Add(watch.Elapsed);
            children.Add(factory.ChildTime() - before);
        }

        return (wall, children);
    }

    private static async Task OneAsync(Factory factory, int number)
    {
        var filed = await factory.Filing.FileAsync(
            new FilingRequest { Title = $"Add page {number}", Body = "It prints its number.", Product = "shop", Actor = "human:bench" }, CancellationToken.None);
        var id = (filed.Task ?? throw new FactoryException(filed.Refusal!, "this is a fault of ALAI")).Id;
        while (factory.Reader.Find(id)!.State != TaskState.Done)
        {
            if (factory.Reader.Inbox(1).Count > 0)
                throw new FactoryException($"held: {factory.Reader.Inbox(1)[0].Hold!.Text}", "the bench needs a pipeline that passes");
            await Task.Delay(2);
        }
    }

    private static RehearsalScript Script() => new()
    {
        Models = [new RehearsalModel { Name = "bench:8b", Parameters = "8B", Context = 32768 }],
        Rules =
        [
            new RehearsalRule { When = new RehearsalWhen { Schema = true }, Answers = [new RehearsalAnswer { Text = """{"reasoning":"read","findings":[],"summary":"good","artefact":"${artefact}","verdict":"pass"}""" }] },
            .. Enumerable.Range(0, Warm + Times).Select(number => new RehearsalRule
            {
                When = new RehearsalWhen { Tools = true, Task = $"Now do the task: Add page {number}" },
                Answers = [Call("write_file", new { path = $"pages/{number}.sh", content = $"echo page {number}\necho end\n" }), Call("finish", new { summary = "done", evidence = "sh tests/run.sh" })],
            }),
        ],
    };

    private static RehearsalAnswer Call(string tool, object args) => new()
    {
        Scenario = Scenario.Calls,
        Calls = [new RehearsalCall(tool, JsonSerializer.SerializeToElement(args))],
    };

    private static async Task MakeProductAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        using var processes = new ChildProcesses(TimeProvider.System, NullLogger<ChildProcesses>.Instance);
        var made = await processes.RunAsync(
            new ChildProcessSpec
            {
                Command = ["/bin/sh", "-ec", "mkdir pages tests; echo 'echo first' > pages/first.sh; echo 'sh pages/first.sh' > tests/run.sh; git init -q -b main; git add -A; git -c user.name=B -c user.email=b@localhost commit -qm First"],
                Directory = folder,
                Environment = Variables(),
                Timeout = TimeSpan.FromSeconds(30),
            },
            CancellationToken.None);
        if (!made.Succeeded)
            throw new FactoryException($"git could not make the bench's product: {made.Output}", "install git");
    }

    private static Dictionary<string, string> Variables() => Names
        .ToDictionary(name => name, name => Environment.GetEnvironmentVariable(name) ?? "");
}
