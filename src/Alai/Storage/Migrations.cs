using System.Globalization;
using Alai.Tasks;

namespace Alai.Storage;

/// <summary>Forward-only steps from embedded SQL, numbered from 1 without gaps; <c>user_version</c> tells how far a file has come.</summary>
internal static class Migrations
{
    /// <exception cref="FactoryException">The file was written by a newer ALAI.</exception>
    public static void Apply(SqlSession session, DatabaseOptions options) => Apply(session, options, int.MaxValue);

    /// <summary>Up to a schema of the past: what an older bundle is filled into.</summary>
    /// <exception cref="FactoryException">The file was written by a newer ALAI.</exception>
    public static void Apply(SqlSession session, DatabaseOptions options, int upTo)
    {
        var steps = Steps(options);
        var version = session.Number("PRAGMA user_version") ?? 0;
        if (version > steps.Count)
        {
            throw new FactoryException(
                $"{options.Path} has schema {version}; this ALAI knows schemas up to {steps.Count}.",
                "Use the newer ALAI that wrote it, or restore a backup from before the upgrade.");
        }

        var last = Math.Min(steps.Count, upTo);
        if (version > 0 && version < last)
            options.BeforeMigration?.Invoke(new SchemaChange(session, (int)version, last));
        if (version >= last)
            return;

        // A step may build a table anew, and dropping the old one would look like the loss of every row that others name.
        session.Script("PRAGMA foreign_keys=OFF");
        for (var next = (int)version; next < last; next++)
            Step(session, steps[next], next + 1);
        session.Script("PRAGMA foreign_keys=ON");
    }

    private static void Step(SqlSession session, string step, int version)
    {
        session.Script("BEGIN IMMEDIATE");
        try
        {
            session.Script(step);
            if (DatabaseHealth.References(session) is [var broken, ..])
                throw new FactoryException($"Step {version} of the schema would leave a row that names a missing one: {broken}.", "Restore the newest backup: alai db restore.");
            session.Script($"PRAGMA user_version={version.ToString(CultureInfo.InvariantCulture)}");
            session.Script("COMMIT");
        }
        catch
        {
            if (SQLitePCL.raw.sqlite3_get_autocommit(session.Connection.Handle) == 0)
                session.Script("ROLLBACK");
            throw;
        }
    }

    /// <summary>The texts of the steps in order.</summary>
    public static List<string> Steps(DatabaseOptions options)
    {
        var names = options.MigrationAssembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(options.MigrationPrefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (names.Count == 0)
            throw new FactoryException($"No schema is embedded under {options.MigrationPrefix}.", "This build of ALAI is incomplete; install it again.");
        return [.. names.Select(name => Read(options, name))];
    }

    private static string Read(DatabaseOptions options, string name)
    {
        using var stream = options.MigrationAssembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
