using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>One line about what was done.</summary>
internal static class SaidPage
{
    public static void Write(Paper paper, ChangeView change) => paper.Advise(change.Said);

    public static void Write(Paper paper, SaidView said) => paper.Advise(said.Said);

    public static void Write(Paper paper, FiledView filed)
    {
        paper.Text(filed.Said.Length > 0 ? filed.Said : $"#{filed.Task.Id} {(filed.IsNew ? "filed" : "was filed before")}: {filed.Task.Title}", Ink.Bold);
        if (filed.Task.Hold is not { } hold)
            return;
        paper.Advise($"HELD ({Words.Code(hold.Code)}): {hold.Text}", Ink.Yellow);
        paper.Advise($"→ alai inbox approve {filed.Task.Id}, or do it yourself: alai task start {filed.Task.Id}", Ink.Cyan);
    }

    public static void Write(Paper paper, HaltView halt) => paper.Advise(
        halt.Halted
            ? "Dispatch is halted: nothing new starts, also after a restart. Go on with 'alai resume'."
            : "Dispatch goes on.",
        halt.Halted ? Ink.Yellow : Ink.Green);
}
