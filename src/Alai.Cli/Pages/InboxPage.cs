using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>What waits for people, with the command that answers each.</summary>
internal static class InboxPage
{
    public static void Write(Paper paper, InboxView inbox)
    {
        if (inbox.Entries.Count == 0)
        {
            paper.Text("Nothing waits for you.", Ink.Green);
            return;
        }

        paper.Text(Words.Count(inbox.Entries.Count, "task waits for a person.", "tasks wait for a person."), Ink.Bold);
        foreach (var entry in inbox.Entries)
            Entry(paper, entry);
    }

    public static void Entry(Paper paper, InboxEntryView entry)
    {
        paper.Raw();
        paper.Text($"#{entry.Task.Id} {entry.Task.Title}", Ink.Bold);
        paper.Text($"{Words.Code(entry.Task.Hold?.Code ?? entry.Task.State)} · {entry.Task.Priority} · {paper.Ago(entry.Task.UpdatedAt)}", Ink.Dim, indent: 3);
        paper.Advise(entry.Ask, Ink.Yellow, indent: 3);
        foreach (var verb in entry.Verbs)
            paper.Advise("→ " + verb, Ink.Cyan, indent: 3);
    }
}
