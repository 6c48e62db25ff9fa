namespace Alai.Tasks;

/// <summary>A broken promise: what was expected, what was found, what to do. Expected outcomes are values, not exceptions.</summary>
public sealed class FactoryException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="what">What was expected and what was found.</param>
    /// <param name="hint">What to do.</param>
    /// <param name="isTransient">Whether trying again may help.</param>
    /// <param name="inner">The cause, or null.</param>
    public FactoryException(string what, string hint, bool isTransient = false, Exception? inner = null)
        : base(what, inner)
    {
        Hint = hint;
        IsTransient = isTransient;
    }

    /// <summary>What to do.</summary>
    public string Hint { get; }

    /// <summary>Whether trying again may help.</summary>
    public bool IsTransient { get; }
}
