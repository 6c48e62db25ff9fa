namespace Alai.Safety;

/// <summary>One rule of the rail: work whose text meets it never starts by itself.</summary>
public sealed record SafetyRule
{
    /// <summary>The name shown when it matches.</summary>
    public required string Name { get; init; }

    /// <summary>Why such work needs a person; one sentence.</summary>
    public string Why { get; init; } = "";

    /// <summary>Proper names: any case, also in pieces (<c>Bank ID</c>, <c>C.E.O</c>) and inside identifiers (<c>VippsClient</c>).</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Words and phrases: any case, as whole words or spelled letter by letter. A trailing <c>*</c> leaves the end open.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Words that count only when written in capitals, because in small letters they are ordinary language.</summary>
    public IReadOnlyList<string> Capitals { get; init; } = [];

    /// <summary>Tags: <c>[TAG]</c> in any case, a label of that name, or a title that begins with <c>TAG:</c>.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];
}
