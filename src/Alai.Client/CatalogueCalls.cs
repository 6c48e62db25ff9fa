using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>Calls about products and companies.</summary>
public sealed class CatalogueCalls
{
    private readonly FactoryClient client;

    internal CatalogueCalls(FactoryClient client) => this.client = client;

    /// <summary>Every product.</summary>
    public Task<Reply<ProductListView>> ProductsAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/products", WireJson.Default.ProductListView, cancellationToken);

    /// <summary>One product.</summary>
    public Task<Reply<ProductView>> ProductAsync(string name, CancellationToken cancellationToken) =>
        client.GetAsync("v1/products/" + Uri.EscapeDataString(name), WireJson.Default.ProductView, cancellationToken);

    /// <summary>Registers a product by discovery.</summary>
    public Task<Reply<ProductView>> AddProductAsync(AddProduct product, CancellationToken cancellationToken) =>
        client.PostAsync("v1/products", new Sent<AddProduct>(product, WireJson.Default.AddProduct), WireJson.Default.ProductView, cancellationToken);

    /// <summary>Tries a product's repository, sandbox, set-up and checks on its base.</summary>
    public Task<Reply<DoctorView>> ExamineProductAsync(string name, CancellationToken cancellationToken) =>
        client.GetAsync($"v1/products/{Uri.EscapeDataString(name)}/doctor", WireJson.Default.DoctorView, cancellationToken);

    /// <summary>Every company.</summary>
    public Task<Reply<CompanyListView>> CompaniesAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/companies", WireJson.Default.CompanyListView, cancellationToken);

    /// <summary>Reads every company anew from its files and tells all problems at once.</summary>
    public Task<Reply<CompanyListView>> ValidateCompaniesAsync(CancellationToken cancellationToken) =>
        client.GetAsync("v1/companies?validate=true", WireJson.Default.CompanyListView, cancellationToken);

    /// <summary>One company.</summary>
    public Task<Reply<CompanyView>> CompanyAsync(string name, CancellationToken cancellationToken) =>
        client.GetAsync("v1/companies/" + Uri.EscapeDataString(name), WireJson.Default.CompanyView, cancellationToken);
}
