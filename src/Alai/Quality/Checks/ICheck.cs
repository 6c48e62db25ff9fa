namespace Alai.Quality.Checks;

/// <summary>One check of the gate. Never asks a model.</summary>
internal interface ICheck
{
    /// <summary>Its name in verdicts, for example <c>artefact</c>.</summary>
    string Name { get; }

    /// <summary>Looks at the change.</summary>
    Task<CheckFinding> LookAsync(GateInput input, CancellationToken cancellationToken);
}
