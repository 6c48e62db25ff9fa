namespace Alai.Client.Views;

/// <summary>Whether a run on a project can begin, and what a person should know before.</summary>
public sealed record ReadinessView
{
    /// <summary>The product that stands for the project.</summary>
    public required ProductView Product { get; init; }

    /// <summary>Whether it was registered just now.</summary>
    public bool IsNewProduct { get; init; }

    /// <summary>The commit work starts from.</summary>
    public string Base { get; init; } = "";

    /// <summary>Its branch, or empty when none is checked out.</summary>
    public string Branch { get; init; } = "";

    /// <summary>Files of the checkout that are not committed and so not included.</summary>
    public int UncommittedFiles { get; init; }

    /// <summary>The sandbox a run gets, for example <c>S2</c>; <c>S0</c> is none.</summary>
    public string Sandbox { get; init; } = "";

    /// <summary>Why a run would get no sandbox, or empty.</summary>
    public string SandboxRefusal { get; init; } = "";

    /// <summary>Whether this daemon lets runs go on without a sandbox.</summary>
    public bool AllowsUnsandboxed { get; init; }

    /// <summary>Whether this daemon starts work; one that performs single operations does not.</summary>
    public bool Scheduler { get; init; }

    /// <summary>Whether dispatch is halted.</summary>
    public bool Halted { get; init; }

    /// <summary>The fleet, probed just now.</summary>
    public required FleetView Fleet { get; init; }
}
