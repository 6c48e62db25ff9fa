namespace Alai.Sandbox.Egress;

/// <summary>A stream whose first bytes were read already.</summary>
internal sealed class PrefixedStream(byte[] first, Stream inner) : Stream
{
    private int taken;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush() => inner.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count)) is var had and > 0 ? had : inner.Read(buffer, offset, count);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Take(buffer.Span) is var had and > 0 ? ValueTask.FromResult(had) : inner.ReadAsync(buffer, cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => inner.WriteAsync(buffer, cancellationToken);

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, first.Length - taken);
        first.AsSpan(taken, count).CopyTo(buffer);
        taken += count;
        return count;
    }
}
