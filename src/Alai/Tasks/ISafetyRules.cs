namespace Alai.Tasks;

/// <summary>The safety rail's rules. Implemented by the room Safety, asked at filing, at claim and in the executor.</summary>
public interface ISafetyRules
{
    /// <summary>Changes whenever any rule changes; part of what an approval binds to.</summary>
    string Fingerprint { get; }

    /// <summary>Judges a text. Pure: same text, same ruling.</summary>
    SafetyRuling Judge(TaskText text);
}
