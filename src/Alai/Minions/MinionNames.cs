namespace Alai.Minions;

/// <summary>The names of the executors, as settings write them.</summary>
public static class MinionNames
{
    /// <summary>The agent loop over Ollama's chat.</summary>
    public const string OllamaTool = "ollama-tool";

    /// <summary>One shot without tools over Ollama's chat.</summary>
    public const string OllamaSimple = "ollama-simple";

    /// <summary>The agent loop over llama-server.</summary>
    public const string LlamaTool = "llama-tool";

    /// <summary>One shot without tools over llama-server.</summary>
    public const string LlamaServer = "llama-server";

    /// <summary>Claude Code as a program.</summary>
    public const string ClaudeCli = "claude-cli";

    /// <summary>A blueprint of commands alone; no model.</summary>
    public const string Command = "command";

    /// <summary>A person.</summary>
    public const string HumanQueue = "human-queue";
}
