using Alai.Products;
using Alai.Sandbox;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>Where a product's own commands are tried.</summary>
/// <param name="Product">The product.</param>
/// <param name="Repository">Its bare repository.</param>
/// <param name="Commit">The commit whose files are tried.</param>
/// <param name="Sandbox">Where the commands run.</param>
internal sealed record TrialSite(Product Product, ProductRepository Repository, string Commit, ISandbox Sandbox);
