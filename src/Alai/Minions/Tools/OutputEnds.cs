namespace Alai.Minions.Tools;

/// <summary>The beginning and the end of a long output: what failed is usually at one of them.</summary>
internal static class OutputEnds
{
    /// <summary>Characters shown; sized for a window of 16k tokens.</summary>
    public const int Limit = 4000;

    public static string Of(string output, string kept)
    {
        if (output.Length <= Limit)
            return output;
        var left = output.Length - Limit;
        var where = kept.Length > 0 ? $"; read all of it with read_file path artefact:{kept}" : "";
        return $"{output[..(Limit / 2)]}\n[... {left} characters left out{where} ...]\n{output[^(Limit / 2)..]}";
    }

    public static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
