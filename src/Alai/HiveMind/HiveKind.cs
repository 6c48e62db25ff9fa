namespace Alai.HiveMind;

/// <summary>What an entry is.</summary>
public enum HiveKind
{
    /// <summary>Something that is so.</summary>
    Knowledge,

    /// <summary>Something to watch out for.</summary>
    Alert,

    /// <summary>What was handed over.</summary>
    Briefing,

    /// <summary>What changed.</summary>
    Update,

    /// <summary>What a verified run taught.</summary>
    Lesson,
}
