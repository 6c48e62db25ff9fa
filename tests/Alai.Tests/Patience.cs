namespace Alai.Tests;

/// <summary>The one timeout of the tests: long enough for a busy machine, short enough to notice.</summary>
internal static class Patience
{
    /// <summary>Thirty seconds.</summary>
    public static readonly TimeSpan Default = TimeSpan.FromSeconds(30);
}
