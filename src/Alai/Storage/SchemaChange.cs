namespace Alai.Storage;

/// <summary>A file about to be migrated, as it still is.</summary>
public sealed class SchemaChange
{
    private readonly SqlSession session;

    internal SchemaChange(SqlSession session, int from, int to) => (this.session, From, To) = (session, from, to);

    /// <summary>The schema it has.</summary>
    public int From { get; }

    /// <summary>The schema it will have.</summary>
    public int To { get; }

    /// <summary>Copies it as it is.</summary>
    /// <param name="path">A file that does not exist.</param>
    public void CopyTo(string path) => DatabaseFile.Copy(session, path);
}
