namespace Alai.Quality.Checks;

/// <summary>Clean checkouts side by side in one scratch folder.</summary>
internal sealed class ScratchExport(ScratchFolder folder, TreeExport export)
{
    public async Task<string> WriteAsync(string name, string commit, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(path);
        await export(commit, path, cancellationToken);
        return path;
    }
}
