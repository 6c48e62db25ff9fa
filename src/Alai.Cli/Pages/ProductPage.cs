using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>Products: a table, or one as a page.</summary>
internal static class ProductPage
{
    public static void Write(Paper paper, ProductListView list)
    {
        if (list.Products.Count == 0)
            paper.Advise("No product yet. Add one: alai product add PATH", Ink.Dim);
        else
            Table(paper, list);
        foreach (var problem in list.Problems)
            paper.Text("! " + problem, Ink.Red);
    }

    public static void Write(Paper paper, ProductView product)
    {
        paper.Text(product.Name, Ink.Bold);
        Field(paper, "repository", product.Repository);
        Field(paper, "root", product.Root);
        Field(paper, "lands on", product.TargetBranch);
        Field(paper, "owner", product.Owner);
        Field(paper, "sensitivity", product.Sensitivity switch { 0 => "", 1 => "local models only", _ => "people only" });
        foreach (var command in product.Setup)
            Field(paper, "set-up", command);
        foreach (var command in product.Verify)
            Field(paper, "verify", command);
        if (product.Verify.Count == 0)
            paper.Text("No verify command: no result can be accepted by itself. Add one to " + product.File, Ink.Yellow, indent: 2);
        foreach (var note in product.Notes)
            paper.Text("- " + note, Ink.Dim, indent: 2);
        Field(paper, "file", product.File);
    }

    private static void Table(Paper paper, ProductListView list)
    {
        var table = new Table(new Column("PRODUCT"), new Column("LANDS ON", Worth: 2), new Column("VERIFIED BY", Worth: 1), new Column("REPOSITORY", Stretches: true));
        foreach (var product in list.Products)
            table.Add(new Cell(product.Name, Ink.Bold), product.TargetBranch, product.Verify.Count > 0 ? product.Verify[0] : "nothing", product.Repository);
        table.Write(paper);
    }

    private static void Field(Paper paper, string name, string value)
    {
        if (value.Length > 0)
            paper.Text($"{name + ":",-13} {value}", indent: 2);
    }
}
