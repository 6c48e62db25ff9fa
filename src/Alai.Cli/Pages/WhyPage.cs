using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Why a task is where it is.</summary>
internal static class WhyPage
{
    public static void Write(Paper paper, WhyView why)
    {
        paper.Text($"#{why.Task} is {why.State} ({Words.Code(why.Reason)})", Words.OfState(why.State));
        paper.Advise(why.Sentence);
        foreach (var fact in why.Facts)
            paper.Advise("- " + fact, Ink.Dim, indent: 2);
        if (why.NextStep.Length > 0)
            paper.Advise("→ " + why.NextStep, Ink.Cyan);
    }
}
