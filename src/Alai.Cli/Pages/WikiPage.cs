using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Where pages go, and which wait.</summary>
internal static class WikiPage
{
    public static void Write(Paper paper, WikiStatusView wiki)
    {
        paper.Text($"{wiki.Kind} wiki: {wiki.Location}" + (wiki.Pages is { } pages ? $", {Words.Count(pages, "page", "pages")}" : ""), Ink.Bold);
        foreach (var sent in wiki.Sent)
            paper.Text("✓ " + sent, Ink.Green, indent: 2);
        foreach (var failed in wiki.Failed)
            paper.Text("✗ " + failed, Ink.Red, indent: 2);
        paper.Text(wiki.Waiting.Count == 0 ? "No page waits." : Words.Count(wiki.Waiting.Count, "page waits", "pages wait") + ":", Ink.Dim);
        foreach (var waiting in wiki.Waiting)
            paper.Text("… " + waiting, indent: 2);
        if (wiki.Waiting.Count > 0)
            paper.Text("→ alai wiki sync", Ink.Cyan, indent: 2);
    }
}
