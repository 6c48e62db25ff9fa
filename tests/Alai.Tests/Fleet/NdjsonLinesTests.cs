using System.Text;
using Alai.Fleet;
using CsCheck;

namespace Alai.Tests.Fleet;

public sealed class NdjsonLinesTests
{
    [Fact]
    public async Task Lines_are_the_same_however_the_network_splits_them()
    {
        var cases = Gen.Select(Gen.String[Gen.Char['a', 'z'], 1, 40].Array[1, 12], Gen.Int[1, 7]);
        await cases.SampleAsync(async pair =>
        {
            var (lines, step) = pair;
            await using var stream = new TrickleStream(Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), step);
            var read = new List<string>();
            await foreach (var line in NdjsonLines.ReadAsync(stream, TestContext.Current.CancellationToken))
                read.Add(Encoding.UTF8.GetString(line.Span));
            return read.SequenceEqual(lines);
        }, iter: 300);
    }

    private sealed class TrickleStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
