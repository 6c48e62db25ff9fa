namespace Alai.Tasks;

/// <summary>The rungs of the ladder from the smallest local model to a person.</summary>
public static class Tier
{
    /// <summary>The smallest local model.</summary>
    public const int Smallest = 1;

    /// <summary>The paid tier of the shipped configuration; "paid" itself is a setting of the tier.</summary>
    public const int Cloud = 4;

    /// <summary>A person.</summary>
    public const int Human = 5;
}
