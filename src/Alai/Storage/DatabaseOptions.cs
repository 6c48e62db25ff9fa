using System.Reflection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alai.Storage;

/// <summary>Where a database is and what happens around its commits.</summary>
public sealed record DatabaseOptions
{
    /// <summary>The database file; its folder must exist and be writable.</summary>
    public required string Path { get; init; }

    /// <summary>Numbered SQL steps, embedded as <c>PREFIX0001_name.sql</c>.</summary>
    public required string MigrationPrefix { get; init; }

    /// <summary>The assembly that embeds the steps.</summary>
    public Assembly MigrationAssembly { get; init; } = typeof(DatabaseOptions).Assembly;

    /// <summary>Whether the runtime was told not to lock files (<c>DOTNET_SYSTEM_IO_DISABLEFILELOCKING</c>); refused.</summary>
    public bool FileLockingDisabled { get; init; }

    /// <summary>How long to wait for another process to let the database go; zero refuses at once.</summary>
    public TimeSpan LockPatience { get; init; }

    /// <summary>The clock of waiting and of checkpoints.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Called on the writer thread inside each group's transaction, last before its commit; what it writes is part of it.</summary>
    public Action<SqlSession>? Committing { get; init; }

    /// <summary>
    /// Called on the writer thread after each group commit. What it gives back is called once the disk has that group, in the
    /// order of commits and before anybody is told, perhaps on another thread. Neither may throw.
    /// </summary>
    public Func<Action?>? Committed { get; init; }

    /// <summary>Called before the steps of a file that has some already; what it throws leaves the file as it was.</summary>
    public Action<SchemaChange>? BeforeMigration { get; init; }

    /// <summary>Called on the writer thread when the disk is full; true when it made room, and then the write is tried once more.</summary>
    public Func<bool>? DiskFull { get; init; }

    /// <summary>Called on the writer thread when a whole group was rolled back: whatever was cached from it is void.</summary>
    public Action? RolledBack { get; init; }

    /// <summary>Called once with the writer's session after the migrations: what is derived from rows may be missing after an import.</summary>
    public Action<SqlSession>? Opened { get; init; }

    /// <summary>Called on the writer thread when it has been idle for a moment; must not throw.</summary>
    public Action? Idle { get; init; }

    /// <summary>Called before and after each statement of the writer: where a test ends the process.</summary>
    internal Action<string>? AtStep { get; init; }

    /// <summary>Where trouble is logged.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;
}
