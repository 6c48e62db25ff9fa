using System.Net;
using Alai.Client;
using Alai.Client.Views;
using Alai.Companies;
using Alai.Host.Wire;
using Alai.Products;

namespace Alai.Host.Api;

/// <summary>Products and companies.</summary>
internal static class Catalogues
{
    public static Task<Answer> Products(Call call)
    {
        var folder = Path.Combine(call.Daemon.Home, "products");
        var load = ProductLoader.Load(folder);
        return Task.FromResult(Answer.Of(
            new ProductListView
            {
                Products = [.. load.Catalogue.Products.Select(product => CatalogueWire.Of(product, FileOf(call, product.Name)))],
                Problems = [.. load.Problems.Select(problem => problem.ToString())],
            },
            WireJson.Default.ProductListView));
    }

    public static Task<Answer> Product(Call call)
    {
        call.Factory.Configuration.Run();
        var name = call.Route("name");
        return Task.FromResult(call.Factory.Products.Find(name) is { } product
            ? Answer.Of(CatalogueWire.Of(product, FileOf(call, product.Name)), WireJson.Default.ProductView)
            : Answer.Missing(call.Factory.Products.Unknown(name), "See 'alai product list'."));
    }

    public static async Task<Answer> AddProductAsync(Call call)
    {
        var words = await call.BodyAsync(WireJson.Default.AddProduct);
        if (words is null || words.Path.Length == 0)
            return Answer.Bad("A path was expected.", "the folder of a checkout", "nothing");
        var answer = call.Factory.Registration.Add(words.Path, words.Name);
        return answer.Product is { } product
            ? Answer.Of(CatalogueWire.Of(product, answer.File ?? FileOf(call, product.Name)) with { Notes = answer.Notes }, WireJson.Default.ProductView, HttpStatusCode.Created)
            : Answer.Bad(answer.Refusal ?? "The product was not added.");
    }

    public static Task<Answer> Companies(Call call)
    {
        var load = call.Query("validate") == "true" ? CompanyLoader.Load([Path.Combine(call.Daemon.Home, "companies")]) : null;
        var catalogue = load?.Catalogue ?? call.Factory.Companies;
        return Task.FromResult(Answer.Of(
            new CompanyListView
            {
                Companies = [.. catalogue.Companies.Select(company => CatalogueWire.Of(company) with { Soul = "" })],
                Problems = [.. (load?.Problems ?? []).Select(problem => problem.ToString())],
            },
            WireJson.Default.CompanyListView));
    }

    public static Task<Answer> Company(Call call)
    {
        var name = call.Route("name");
        return Task.FromResult(call.Factory.Companies.Find(name) is { } company
            ? Answer.Of(CatalogueWire.Of(company), WireJson.Default.CompanyView)
            : Answer.Missing(call.Factory.Companies.Unknown(name), "See 'alai company list'."));
    }

    private static string FileOf(Call call, string product) => Path.Combine(call.Daemon.Home, "products", product + ".yaml");
}
