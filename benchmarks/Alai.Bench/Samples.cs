using System.Globalization;

namespace Alai.Bench;

/// <summary>Measured times, in milliseconds.</summary>
internal sealed class Samples
{
    private readonly List<double> values = [];
    private readonly Lock gate = new();

    public void Add(double milliseconds)
    {
        lock (gate)
            values.Add(milliseconds);
    }

    public double Worst => values.Count == 0 ? 0 : values.Max();

    public double Median => At(0.5);

    public double P95 => At(0.95);

    public double P99 => At(0.99);

    /// <summary>How many there are, in words.</summary>
    public string Size => values.Count.ToString(CultureInfo.InvariantCulture) + " samples";

    private double At(double share) => values.Count == 0 ? 0 : values.Order().ElementAt((int)Math.Ceiling(share * (values.Count - 1)));
}
