namespace Alai.Wiki;

/// <summary>What became of a page.</summary>
/// <param name="Word">In one word.</param>
/// <param name="Location">Where it is: a path or an address; of the proposal when there is one.</param>
/// <param name="Note">One sentence when a person should know something; else empty.</param>
public sealed record PutAnswer(PutWord Word, string Location, string Note = "");
