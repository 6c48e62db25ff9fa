using Alai.Storage;

namespace Alai.MissionControl;

/// <summary>The hash of what a run ended with, in the event that ended it.</summary>
internal sealed record ResultHash
{
    /// <summary>What <see cref="Of(SqlRow)"/> reads, from the second column on.</summary>
    public const string Columns = "outcome, figures, checks, judgement, artefact_hash, branch";

    /// <summary>SHA-256 of those as one list; null from before results were hashed.</summary>
    public string? Result { get; init; }

    public static string Of(SqlRow row) => Of([.. Enumerable.Range(1, 6).Select(column => TaskRows.Text(row, column))]);

    public static string Of(IReadOnlyList<string?> columns) => ContentHashes.Of(StoreJson.Write(columns));
}
