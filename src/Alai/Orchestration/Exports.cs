using Alai.Quality;
using Alai.Tasks;
using Alai.Workspaces;

namespace Alai.Orchestration;

/// <summary>Hands the gate a way to write a commit's files without knowing git.</summary>
internal static class Exports
{
    public static TreeExport Of(ProductRepository repository) => async (commit, folder, cancellationToken) =>
    {
        if (await repository.CheckOutAsync(commit, folder, cancellationToken) is { } problem)
            throw new FactoryException(problem.Text, problem.Fix, problem.IsTransient);
    };
}
