namespace Alai.Tasks;

/// <summary>What a run's record (its transcript file) was when the run ended; written into the chain of events.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">Its hash, lower-case hex.</param>
public sealed record RecordSeal(long Bytes, string Sha256)
{
    /// <summary>Says that a person gave the record up: nothing is expected of it any more.</summary>
    public static RecordSeal GivenUp { get; } = new(0, "");
}
