using Alai.Companies;
using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>
/// Who may answer for a task (a person, a company, an agent of one) and into whose hands it may be given (a person's alone).
/// A name that is nobody would be a box that no one opens.
/// </summary>
internal sealed class Owners(FactoryParts parts)
{
    private const string Human = "human:";
    private const string Company = "company:";
    private const string Agent = "agent:";
    private const string Me = "me";

    /// <summary>The owner as it is stored, null for none, or why there is none of that name.</summary>
    public string? Resolve(string? name, string actor, out string? refusal)
    {
        refusal = null;
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var given = name.Trim();
        if ((Named(given, actor) ?? Known(given)) is { } known)
            return known;
        refusal = "expected an owner that is a person, a company or an agent; "
            + $"{parts.Now.Companies.UnknownOwner(given, parts.Reader.KnownPeople())}. A person who is new here is written {Human}NAME";
        return null;
    }

    /// <summary>The same assignment with its person as stored, or why nobody can be given the task.</summary>
    public AssignToPerson? Resolve(AssignToPerson change, out string? refusal)
    {
        refusal = null;
        if (change.Assignee?.Trim() is not { Length: > 0 } given)
            return change with { Assignee = null };
        if ((Named(given, change.Actor) ?? Person(given)) is { } person)
            return change with { Assignee = person };
        refusal = Known(given) is { } known
            ? $"expected a person: work is handed to persons, and {known} is none. To let it answer for the task: "
                + $"alai task edit {change.Task.Value} --owner {given}; to give the task back to the factory: alai task assign {change.Task.Value} factory"
            : $"expected a person; "
                + $"{CompanyCatalogue.UnknownPerson(given, parts.Reader.KnownPeople())}. A person who is new here is written {Human}NAME";
        return null;
    }

    // Somebody is introduced by being written out, and whoever asks is 'me'.
    private static string? Named(string given, string actor) =>
        given.StartsWith(Human, StringComparison.Ordinal) && given.Length > Human.Length ? given
        : given == Me && actor.StartsWith(Human, StringComparison.Ordinal) ? actor
        : null;

    private string? Known(string given)
    {
        var companies = parts.Now.Companies;
        if (companies.Find(Bare(given, Company)) is { } company)
            return Company + company.Name;
        if (companies.Agents.FirstOrDefault(agent => agent.Equals(Bare(given, Agent), StringComparison.OrdinalIgnoreCase)) is { } found)
            return Agent + found;
        return Person(given);
    }

    private string? Person(string given) =>
        parts.Reader.KnownPeople().FirstOrDefault(person => person.Equals(Human + given, StringComparison.OrdinalIgnoreCase));

    private static string Bare(string given, string prefix) => given.StartsWith(prefix, StringComparison.Ordinal) ? given[prefix.Length..] : given;
}
