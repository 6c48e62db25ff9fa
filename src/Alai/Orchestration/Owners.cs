namespace Alai.Orchestration;

/// <summary>Who may answer for a task: a person, a company, an agent of one. A name that is nobody would be a box that no one opens.</summary>
internal sealed class Owners(FactoryParts parts)
{
    private const string Human = "human:";
    private const string Company = "company:";
    private const string Agent = "agent:";

    /// <summary>The owner as it is stored, null for none, or why there is none of that name.</summary>
    public string? Resolve(string? name, out string? refusal)
    {
        refusal = null;
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var given = name.Trim();
        if (given.StartsWith(Human, StringComparison.Ordinal) && given.Length > Human.Length)
            return given;
        if (Known(given) is { } known)
            return known;
        refusal = "expected an owner that is a person, a company or an agent; "
            + $"{parts.Now.Companies.UnknownOwner(given, parts.Reader.KnownPeople())}. A person who is new here is written {Human}NAME";
        return null;
    }

    private string? Known(string given)
    {
        var companies = parts.Now.Companies;
        if (companies.Find(Bare(given, Company)) is { } company)
            return Company + company.Name;
        if (companies.Agents.FirstOrDefault(agent => agent.Equals(Bare(given, Agent), StringComparison.OrdinalIgnoreCase)) is { } found)
            return Agent + found;
        return parts.Reader.KnownPeople().FirstOrDefault(person => person.Equals(Human + given, StringComparison.OrdinalIgnoreCase));
    }

    private static string Bare(string given, string prefix) => given.StartsWith(prefix, StringComparison.Ordinal) ? given[prefix.Length..] : given;
}
