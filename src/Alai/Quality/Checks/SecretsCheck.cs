using Alai.Redaction;

namespace Alai.Quality.Checks;

/// <summary>No secret in the added lines. The finding names the place and the sort, never the value.</summary>
internal sealed class SecretsCheck : PureCheck
{
    public override string Name => "secrets";

    public override CheckFinding Look(GateInput input)
    {
        var hits = input.Change.Files
            .Where(file => FileRoles.Of(file.Path) != FileRole.LockFile)
            .SelectMany(HitsOf)
            .ToList();
        return hits.Count == 0
            ? CheckFinding.Pass(Name, "no secret in the added lines")
            : CheckFinding.Fail(Name, "secrets in the added lines: " + Places(hits));
    }

    private static IEnumerable<string> HitsOf(ChangedFile file) =>
        SecretScan.Find(string.Join('\n', file.Added.Select(line => line.Text)), file.Path)
            .Select(hit => $"{file.Path}:{file.Added[hit.Line - 1].Number} {hit.Kind}");
}
