namespace Alai.Tasks;

/// <summary>Tokens guessed from characters where no server has counted yet.</summary>
public static class TokenEstimate
{
    /// <summary>Characters a token, measured on code; prose has about four, so this errs on the safe side.</summary>
    public const double CharactersPerToken = 3.2;

    /// <summary>The estimated tokens of a text, rounded up.</summary>
    public static int Of(string text) => OfLength(text.Length);

    /// <summary>The estimated tokens of so many characters, rounded up.</summary>
    public static int OfLength(long characters) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling(characters / CharactersPerToken));

    /// <summary>The characters that fit so many tokens.</summary>
    public static int Characters(int tokens) => (int)Math.Min(int.MaxValue, Math.Max(0, tokens) * CharactersPerToken);
}
