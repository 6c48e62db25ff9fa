using Alai.Yaml;

namespace Alai.Companies;

/// <summary>What reading the companies gave.</summary>
/// <param name="Catalogue">What could be read; complete only without problems.</param>
/// <param name="Problems">Everything that is wrong.</param>
public sealed record CompanyLoad(CompanyCatalogue Catalogue, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>Each problem as people read it: <c>file:line: text</c>.</summary>
    public IReadOnlyList<string> Sentences => [.. Problems.Select(problem => problem.ToString())];
}
