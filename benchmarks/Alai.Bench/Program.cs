using Alai.Bench;
using Alai.Bench.CommandLine;
using Alai.Bench.Idle;
using Alai.Bench.Runs;
using Alai.Bench.Store;
using Alai.Kills;
using Alai.Tasks;
using Alai.Torture;

// One line a benchmark.
IBench[] benches = [new StoreBench(), new IdleBench(), new PipelineBench(), new TurnBench(), new SandboxBench(), new CliBench(), new TortureBench(), new KillsBench()];

if (TortureBench.TryLive(args))
    return 0;
if (args is [Restarts.ChildWord, { } home])
{
    await Restarts.ChildAsync(home);
    return 0;
}

if (args is [] or ["--help"] or ["help"])
{
    Console.WriteLine("usage: ./bench NAME [--json] [--quick]\n");
    foreach (var bench in benches)
        Console.WriteLine($"  {bench.Name,-10} {bench.About}");
    Console.WriteLine("\nExit code 1 when a goal was missed. --json adds one line of JSON at the end.");
    return 0;
}

if (benches.FirstOrDefault(bench => bench.Name == args[0]) is not { } chosen)
{
    Console.Error.WriteLine($"expected one of {string.Join(", ", benches.Select(bench => bench.Name))}; found '{args[0]}'");
    return 2;
}

var folder = Directory.CreateTempSubdirectory("alai-bench-").FullName;
try
{
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, press) =>
    {
        press.Cancel = true;
        stop.Cancel();
    };
    var surroundings = Surroundings.Look(folder);
    var sheet = new FigureSheet(chosen.Name);
    await chosen.RunAsync(new BenchRun(sheet, [.. args.Skip(1).Where(word => word != "--json")], folder), stop.Token);
    sheet.Print(Console.Out, surroundings, args.Contains("--json"));
    return sheet.AllMet ? 0 : 1;
}
catch (FactoryException problem)
{
    Console.Error.WriteLine($"{problem.Message}\n  {problem.Hint}");
    return 2;
}
finally
{
    Directory.Delete(folder, recursive: true);
}
