namespace Alai.Quality;

/// <summary>How large a change may be before a person looks at it.</summary>
/// <param name="Files">Changed files.</param>
/// <param name="Lines">Added and removed lines together; lock files count none.</param>
public sealed record SizeLimits(int Files = 20, int Lines = 1500);
