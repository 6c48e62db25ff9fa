using Alai.Tasks;

namespace Alai.Routing;

/// <summary>A company as the router sees it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Stages">The stages it works in.</param>
/// <param name="Domains">The fields it knows, the strongest first.</param>
public sealed record CompanyView(string Name, IReadOnlyList<Stage> Stages, IReadOnlyList<Domain> Domains);
