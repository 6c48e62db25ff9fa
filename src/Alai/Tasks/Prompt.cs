using System.Security.Cryptography;
using System.Text;

namespace Alai.Tasks;

/// <summary>What a model is told first: messages, where each piece came from, and a hash that names it for ever.</summary>
public sealed record Prompt
{
    /// <summary>The messages in order; system first.</summary>
    public required IReadOnlyList<PromptMessage> Messages { get; init; }

    /// <summary>Every piece of context with its source and trust label.</summary>
    public IReadOnlyList<PromptPiece> Pieces { get; init; } = [];

    /// <summary>A JSON Schema the answer must keep, or null for free work with tools.</summary>
    public string? AnswerSchema { get; init; }

    /// <summary>The hash of the artefact to be judged, or null when nothing is judged.</summary>
    public string? ArtefactHash { get; init; }

    /// <summary>Estimated tokens of all messages; the server's own count is the truth.</summary>
    public int Tokens => Messages.Sum(message => TokenEstimate.Of(message.Text));

    /// <summary>The lowest label among the pieces; bounds what the run may cause.</summary>
    public TrustLabel Trust => Pieces.Count == 0 ? TrustLabel.Operator : Pieces.Min(piece => piece.Trust);

    /// <summary>SHA-256, lower-case hex, over the length-prefixed roles and texts.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in Messages.SelectMany(message => new[] { message.Role, message.Text }))
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
