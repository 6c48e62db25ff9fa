namespace Alai.Client.Views;

/// <summary>One role of a company.</summary>
public sealed record CompanyRoleView
{
    /// <summary><c>lead</c>, <c>builder</c> or <c>reviewer</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The model it prefers, or empty.</summary>
    public string Model { get; init; } = "";
}
