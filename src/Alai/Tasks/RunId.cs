using System.Globalization;

namespace Alai.Tasks;

/// <summary>The number of a run: one attempt at a task.</summary>
/// <param name="Value">A positive number, given by the store at the claim.</param>
public readonly record struct RunId(long Value)
{
    /// <summary>Returns the number alone, for example <c>7</c>.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
