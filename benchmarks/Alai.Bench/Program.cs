using Alai.Bench;
using Alai.Bench.Idle;
using Alai.Bench.Store;

// One line a benchmark.
IBench[] benches = [new StoreBench(), new IdleBench()];

// Those that print a table of their own.
var tables = new Dictionary<string, (string About, Func<bool, CancellationToken, Task<int>> RunAsync)>(StringComparer.Ordinal)
{
    ["pipeline"] = ("daemon time added to BUILD, REVIEW, SECURITY and landing", (_, _) => PipelineBench.RunAsync()),
};

if (args is [] or ["--help"] or ["help"])
{
    Console.WriteLine("usage: ./bench NAME [--json] [--quick]\n");
    foreach (var bench in benches)
        Console.WriteLine($"  {bench.Name,-10} {bench.About}");
    foreach (var (name, table) in tables)
        Console.WriteLine($"  {name,-10} {table.About}");
    Console.WriteLine("\nExit code 1 when a goal was missed. --json adds one line of JSON at the end.");
    return 0;
}

if (tables.TryGetValue(args[0], out var own))
    return await own.RunAsync(args.Contains("--json"), CancellationToken.None);

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
finally
{
    Directory.Delete(folder, recursive: true);
}
