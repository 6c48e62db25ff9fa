namespace Alai.Fleet;

/// <summary>The wire protocol a host speaks.</summary>
public enum EngineKind
{
    /// <summary>Ollama's native API.</summary>
    Ollama,

    /// <summary>llama.cpp's server with its OpenAI-style chat.</summary>
    LlamaServer,
}
