using System.CommandLine;
using Alai.Cli.Drawing;

namespace Alai.Cli.Help;

/// <summary>How one verb is used, for the terminal.</summary>
internal static class HelpPage
{
    public static void Write(CliWorld world, Command command, bool noColour)
    {
        var plain = noColour || !string.IsNullOrEmpty(world.Environment("NO_COLOR"));
        var paper = new Paper(world.Out, world.Width, world.IsTerminal && !plain);
        paper.Text($"{Usage.Path(command)}: {command.Description}", Ink.Bold);
        paper.Raw();
        paper.Text("Usage: " + Usage.Line(command));
        if (command is Verb { Details.Length: > 0 } verb)
        {
            paper.Raw();
            paper.Text(verb.Details);
        }

        Rows(paper, "Verbs", command.Subcommands.Select(child => (child.Name, child.Description ?? "")));
        Rows(paper, "Arguments", command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        Rows(paper, "Options", command.Options.Select(option => (Usage.Option(option), option.Description ?? "")));
        if (command is not RootCommand)
            Rows(paper, "Everywhere", world.Globals.All.Select(option => (Usage.Option(option), option.Description ?? "")));
        Examples(paper, command);
    }

    private static void Rows(Paper paper, string heading, IEnumerable<(string Name, string Text)> rows)
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        paper.Heading(heading);
        var width = all.Max(row => row.Name.Length);
        foreach (var (name, text) in all)
        {
            if (paper.Width is > 0 and < 60)
            {
                paper.Text(name, Ink.Cyan, indent: 2);
                paper.Text(text, indent: 6);
                continue;
            }

            var lines = Wrapping.Lines(text, paper.Width == 0 ? 0 : Math.Max(20, paper.Width - width - 4)).ToList();
            paper.Raw($"  {paper.Inked(name.PadRight(width), Ink.Cyan)}  {lines[0]}");
            foreach (var line in lines.Skip(1))
                paper.Raw(new string(' ', width + 4) + line);
        }
    }

    private static void Examples(Paper paper, Command command)
    {
        var examples = command is Verb verb ? verb.Examples : Usage.FirstSteps;
        if (examples.Count == 0)
            return;
        paper.Heading("Examples");
        foreach (var example in examples)
            paper.Raw("  " + example);
    }
}
