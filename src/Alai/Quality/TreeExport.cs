namespace Alai.Quality;

/// <summary>Writes the files of a commit into a new, empty folder, without any git metadata.</summary>
/// <param name="commit">The commit.</param>
/// <param name="folder">An absolute path; exists and is empty.</param>
/// <param name="cancellationToken">Stops it.</param>
public delegate Task TreeExport(string commit, string folder, CancellationToken cancellationToken);
