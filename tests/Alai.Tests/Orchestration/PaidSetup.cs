using Alai.Rehearsal;

namespace Alai.Tests.Orchestration;

/// <summary>A program in place of Claude Code, and a scripted provider behind the daemon's proxy.</summary>
internal sealed record PaidSetup
{
    /// <summary>The key the provider takes.</summary>
    public const string Key = "sk-ant-" + "api03-thisistherealkeyandnobodymayseeit";

    /// <summary>The key the daemon's file holds; null writes no file.</summary>
    public string? KeyInFile { get; init; } = Key;

    /// <summary>How often the program asks.</summary>
    public int Turns { get; init; } = 2;

    /// <summary>Shell lines it runs at the end.</summary>
    public string Work { get; init; } = "mkdir -p lib; printf 'echo sushi 120\\necho ramen 140\\n' > lib/menu.sh";

    /// <summary>The model it asks for.</summary>
    public string Model { get; init; } = "claude-sonnet-5";

    /// <summary>What the provider says.</summary>
    public IReadOnlyList<AnthropicAnswer> Answers { get; init; } = [new()];
}
