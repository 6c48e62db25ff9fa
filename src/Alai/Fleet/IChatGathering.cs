namespace Alai.Fleet;

/// <summary>Gathers one streamed answer of a protocol, line by line.</summary>
internal interface IChatGathering
{
    /// <summary>Whether the server said that the answer is whole.</summary>
    bool IsDone { get; }

    /// <summary>Whether the model repeats itself and was cut off by us.</summary>
    bool Runaway { get; }

    /// <summary>An error the server sent in the stream, or null.</summary>
    ChatAnswer? Error { get; }

    /// <summary>Takes one line; true when it brought the answer on.</summary>
    bool Take(ReadOnlyMemory<byte> line);
}
