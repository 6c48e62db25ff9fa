using System.Globalization;

namespace Alai.Tasks;

/// <summary>The number of a task in this factory's store; shown to people as <c>#12</c>.</summary>
/// <param name="Value">A positive number, given by the store in order of filing.</param>
public readonly record struct TaskId(long Value)
{
    /// <summary>Returns the form shown to people, for example <c>#12</c>.</summary>
    public override string ToString() => "#" + Value.ToString(CultureInfo.InvariantCulture);
}
