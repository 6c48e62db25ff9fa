using System.Globalization;
using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Hosts, models and tiers.</summary>
internal static class FleetPage
{
    public static void Write(Paper paper, FleetView fleet)
    {
        foreach (var host in fleet.Hosts)
            Host(paper, host);
        Tiers(paper, fleet);
        Fixes(paper, fleet.Fixes);
    }

    public static void Write(Paper paper, FleetWhyView why)
    {
        var what = why.Model.Length > 0 ? why.Model : "the fleet";
        paper.Text(why.Usable ? $"{what} can do work." : $"{what} cannot do work now.", why.Usable ? Ink.Green : Ink.Yellow);
        foreach (var fact in why.Facts)
            paper.Text("- " + fact, indent: 2);
        Fixes(paper, why.Fixes);
    }

    /// <summary>The commands that mend a fleet.</summary>
    public static void Fixes(Paper paper, IReadOnlyList<string> fixes)
    {
        foreach (var fix in fixes)
            paper.Advise("→ " + fix, Ink.Cyan);
    }

    private static void Host(Paper paper, HostView host)
    {
        paper.Raw($"{paper.Inked(host.Up ? "up  " : "DOWN", host.Up ? Ink.Green : Ink.Red)} {paper.Inked(CleanText.Line(host.Name), Ink.Bold)}  {CleanText.Line(host.Url)}  {host.Engine} {CleanText.Line(host.Version)}".TrimEnd());
        if (!host.Up)
            paper.Text(host.Reason, indent: 5);
        foreach (var model in host.Models)
            paper.Text(Model(model), Ink.Dim, indent: 5);
    }

    private static string Model(ModelView model)
    {
        var facts = new List<string>();
        if (model.Billions > 0)
            facts.Add(model.Billions.ToString("0.#", CultureInfo.InvariantCulture) + " billion parameters");
        if (model.Bytes > 0)
            facts.Add((model.Bytes / 1e9).ToString("0.0", CultureInfo.InvariantCulture) + " GB");
        if (model.Loaded)
            facts.Add("in memory");
        if (!model.IsLocal)
            facts.Add("passes its words on to a cloud");
        if (model.IsEmbedding)
            facts.Add("vectors only");
        return facts.Count > 0 ? $"{model.Name} ({string.Join(", ", facts)})" : model.Name;
    }

    private static void Tiers(Paper paper, FleetView fleet)
    {
        paper.Heading(fleet.Derived ? "Tiers, derived from what is served" : "Tiers");
        var table = new Table(new Column("", Right: true), new Column(""), new Column("", Worth: 2), new Column("", Stretches: true));
        foreach (var tier in fleet.Tiers)
        {
            table.Add(
                tier.Tier.ToString(CultureInfo.InvariantCulture),
                new Cell(tier.Model.Length > 0 ? tier.Model : "a person", Ink.Bold),
                string.Join(", ", tier.Hosts) + (tier.Paid ? " paid" : ""),
                new Cell(tier.Problem.Length > 0 ? tier.Problem : "works", tier.Problem.Length > 0 ? Ink.Red : Ink.Green));
        }

        table.Write(paper, indent: 2);
    }
}
