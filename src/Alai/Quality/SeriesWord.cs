namespace Alai.Quality;

/// <summary>How a series of commands ended.</summary>
internal enum SeriesWord
{
    /// <summary>Every command ended with 0.</summary>
    Passed,

    /// <summary>A command failed or took too long.</summary>
    Failed,

    /// <summary>A package, tool or network was not there.</summary>
    Missing,

    /// <summary>The sandbox could not start.</summary>
    NoSandbox,
}
