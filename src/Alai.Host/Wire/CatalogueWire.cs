using Alai.Client.Views;
using Alai.Companies;
using Alai.Products;
using Alai.Tasks;

namespace Alai.Host.Wire;

/// <summary>Products and companies in the words of the wire.</summary>
internal static class CatalogueWire
{
    public static ProductView Of(Product product, string file) => new()
    {
        Name = product.Name,
        Repository = product.Repository,
        Root = product.Root,
        TargetBranch = product.TargetBranch,
        Setup = product.Setup.Commands,
        Verify = product.Verify,
        Sensitivity = product.Sensitivity,
        Owner = product.Owner ?? "",
        File = file,
    };

    public static CompanyView Of(Company company) => new()
    {
        Name = company.Name,
        Title = company.Title,
        Summary = company.Purpose,
        Stages = [.. company.Stages.Keys.Select(SnakeWord<Stage>.Of)],
        Domains = [.. company.Stages.Values.SelectMany(domains => domains).Distinct().Select(SnakeWord<Domain>.Of)],
        Roles = [.. company.Roles.Values.Select(role => new CompanyRoleView { Name = role.Name, Model = role.Model ?? "" })],
        Blueprints = [.. company.Blueprints.Select(blueprint => blueprint.Name)],
        AllowedPaths = company.AllowedPaths,
        ForbiddenPaths = company.ForbiddenPaths,
        Soul = company.Soul,
    };
}
