using System.Reflection;
using Alai.Redaction;
using Alai.Storage;
using Microsoft.Extensions.Logging;

namespace Alai.HiveMind;

/// <summary>Where HiveMind's file is and with what it works.</summary>
public sealed record HiveMindOptions
{
    /// <summary>The database file; its folder exists.</summary>
    public required string Path { get; init; }

    /// <summary>Takes secrets out of everything learned.</summary>
    public required Redactor Redactor { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>Where retractions and refusals are logged.</summary>
    public required ILogger<SqliteHiveMind> Logger { get; init; }

    /// <summary>Called before the schema of a file that has one is changed; what it throws leaves the file as it was.</summary>
    public Action<SchemaChange>? BeforeMigration { get; init; }

    /// <summary>Another ladder of schema steps, for tests of the next one; null is HiveMind's own.</summary>
    internal string? Steps { get; init; }

    /// <summary>The assembly that embeds the steps.</summary>
    internal Assembly StepsIn { get; init; } = typeof(HiveMindOptions).Assembly;
}
