using System.Management.Automation;
using System.Management.Automation.Runspaces;

// Loads a script into the engine of PowerShell and completes lines as its own TAB key does.
//   Alai.PowerShell SCRIPT LINE...      the cursor stands where a line has a ^, else at its end
// Prints the engine's version, then for each line a candidate a line, "text<TAB>meaning", and an empty line.
using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
runspace.Open();
Console.WriteLine(string.Concat(Run("$PSVersionTable.PSVersion.ToString()")));
Run(File.ReadAllText(args[0]));
foreach (var line in args.Skip(1))
{
    var cursor = line.IndexOf('^', StringComparison.Ordinal) is >= 0 and var at ? at : line.Length;
    foreach (var candidate in Run(
        "param($line, $cursor) (TabExpansion2 $line $cursor).CompletionMatches | ForEach-Object { \"$($_.CompletionText)`t$($_.ToolTip)\" }",
        line.Replace("^", "", StringComparison.Ordinal), cursor))
        Console.WriteLine(candidate);
    Console.WriteLine();
}

IEnumerable<string> Run(string script, params object[] values)
{
    using var shell = PowerShell.Create();
    shell.Runspace = runspace;
    shell.AddScript(script);
    foreach (var value in values)
        shell.AddArgument(value);
    var said = shell.Invoke<string>();
    return shell.HadErrors ? throw new InvalidOperationException(string.Join('\n', shell.Streams.Error)) : said;
}
