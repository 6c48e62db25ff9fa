using ArchUnitNET.Loader;

namespace Alai.Tests.HouseRules;

/// <summary>What the compiled library really uses, bodies of methods included.</summary>
internal static class CodeArrows
{
    private static readonly Lazy<IReadOnlyList<(string From, string Type, string Target)>> All = new(Load);

    /// <summary>User's room, user's full name, used type's full name.</summary>
    public static IReadOnlyList<(string From, string Type, string Target)> Uses => All.Value;

    public static IEnumerable<Arrow> Rooms => Uses.Where(use => use.From.Length > 0).Select(use => new Arrow(use.From, RoomOf(use.Target), use.Type));

    /// <summary>Rooms that use a type whose full name begins so, other than those allowed.</summary>
    public static IReadOnlyList<string> Outside(string prefix, params string[] allowed) =>
        [.. Uses.Where(use => use.From.Length > 0 && !allowed.Contains(use.From) && use.Target.StartsWith(prefix, StringComparison.Ordinal)).Select(use => $"{use.Type} uses {use.Target}").Distinct()];

    /// <summary>"Alai.Safety.SafetyRules" is of the room Safety; the composition at the root is of none.</summary>
    public static string RoomOf(string fullName)
    {
        var parts = fullName.Split('.');
        return parts.Length > 2 && parts[0] == "Alai" ? parts[1] : "";
    }

    private static IReadOnlyList<(string From, string Type, string Target)> Load()
    {
        var house = new ArchLoader().LoadAssembly(typeof(Alai.Tasks.FactoryTask).Assembly).Build();
        return
        [
            .. house.Types.SelectMany(type => type.Dependencies.Select(use => (RoomOf(type.FullName), type.FullName, use.Target.FullName))).Distinct(),
        ];
    }
}
