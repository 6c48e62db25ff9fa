using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Companies: a table, or one as a page with its soul.</summary>
internal static class CompanyPage
{
    public static void Write(Paper paper, CompanyListView list)
    {
        var table = new Table(new Column("COMPANY"), new Column("STAGES", Worth: 2), new Column("KNOWS", Stretches: true), new Column("BLUEPRINTS", Worth: 1));
        foreach (var company in list.Companies)
            table.Add(new Cell(company.Title, Ink.Bold), StagesOf(company), string.Join(", ", company.Domains.Select(Words.Code)), string.Join(", ", company.Blueprints));
        if (table.Rows > 0)
            table.Write(paper);
        foreach (var problem in list.Problems)
            paper.Text("! " + problem, Ink.Red);
    }

    public static void Validation(Paper paper, CompanyListView list)
    {
        foreach (var problem in list.Problems)
            paper.Text(problem, Ink.Red);
        if (list.Problems.Count == 0)
            paper.Text($"{Words.Count(list.Companies.Count, "company is", "companies are")} in order: every stage is served, every company can be reached.", Ink.Green);
    }

    public static void Write(Paper paper, CompanyView company)
    {
        paper.Text($"{company.Title}: {StagesOf(company)}", Ink.Bold);
        if (company.Summary.Length > 0)
            paper.Text(company.Summary);
        List(paper, "Knows", company.Domains.Select(Words.Code));
        List(paper, "Roles", company.Roles.Select(role => role.Name + (role.Model.Length > 0 ? $" ({role.Model})" : "")));
        List(paper, "Blueprints", company.Blueprints);
        List(paper, "May change", company.AllowedPaths);
        List(paper, "May not change", company.ForbiddenPaths);
        if (company.Soul.Length == 0)
            return;
        paper.Heading("Soul");
        paper.Text(company.Soul, indent: 2);
    }

    private static string StagesOf(CompanyView company) => string.Join(", ", company.Stages.Select(stage => stage.ToUpperInvariant()));

    private static void List(Paper paper, string heading, IEnumerable<string> words)
    {
        var all = string.Join(", ", words);
        if (all.Length > 0)
            paper.Text($"{heading}: {all}");
    }
}
