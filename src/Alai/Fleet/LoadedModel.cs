namespace Alai.Fleet;

/// <summary>A model in a host's memory now.</summary>
/// <param name="Name">As the host calls it.</param>
/// <param name="Digest">Its digest.</param>
/// <param name="Bytes">Bytes in all.</param>
/// <param name="VramBytes">Bytes on the accelerator.</param>
/// <param name="ContextLength">The window it was loaded with; 0 when not said.</param>
public sealed record LoadedModel(string Name, string Digest, long Bytes, long VramBytes, int ContextLength)
{
    /// <summary>Whether part of it runs on the slow processor.</summary>
    public bool Spills => VramBytes > 0 && VramBytes < Bytes;
}
