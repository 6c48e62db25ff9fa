using System.Text;

namespace Alai.Processes;

/// <summary>Reads both streams of a child: bounded text, the whole to a file if asked, lines as they come.</summary>
internal sealed class OutputCollector : IDisposable
{
    private const int LineLimit = 16_384;
    private readonly Lock gate = new();
    private readonly ChildProcessSpec spec;
    private readonly HeadTail both;
    private readonly HeadTail normal;
    private readonly HeadTail error;
    private readonly FileStream? file;
    private bool isClosed;
    private long fileBytes;

    internal OutputCollector(ChildProcessSpec spec)
    {
        this.spec = spec;
        both = new HeadTail(spec.OutputLimit);
        normal = new HeadTail(spec.OutputLimit);
        error = new HeadTail(spec.OutputLimit);
        if (spec.OutputFile is not null)
            file = new FileStream(spec.OutputFile, FileMode.Create, FileAccess.Write, FileShare.Read);
    }

    internal long Bytes { get; private set; }

    internal async Task PumpAsync(Stream stream, bool isError, CancellationToken cancellationToken)
    {
        var bytes = new byte[32 * 1024];
        var characters = new char[bytes.Length + 8];
        var decoder = Encoding.UTF8.GetDecoder();
        var line = new StringBuilder();
        try
        {
            int read;
            while ((read = await stream.ReadAsync(bytes, cancellationToken)) > 0)
            {
                var count = decoder.GetChars(bytes.AsSpan(0, read), characters, flush: false);
                Take(bytes.AsSpan(0, read), characters.AsSpan(0, count), isError, line);
            }
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // The pipe was closed from our side after the tree was killed.
        }

        lock (gate)
        {
            if (line.Length > 0)
                Tell(isError, line);
        }
    }

    internal ChildProcessResult Fill(ChildProcessResult result)
    {
        lock (gate)
        {
            isClosed = true;
            return result with
            {
                StandardOutput = normal.ToString(),
                StandardError = error.ToString(),
                Output = both.ToString(),
                OutputBytes = Bytes,
                ElidedCharacters = both.Elided,
            };
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            isClosed = true;
            file?.Dispose();
        }
    }

    private void Take(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> text, bool isError, StringBuilder line)
    {
        lock (gate)
        {
            if (isClosed)
                return;
            Bytes += bytes.Length;
            both.Append(text);
            (isError ? error : normal).Append(text);
            WriteToFile(bytes);
            if (spec.OnLine is null)
                return;
            foreach (var letter in text)
            {
                if (letter == '\n')
                    Tell(isError, line);
                else if (letter != '\r')
                    line.Append(letter);
                if (line.Length >= LineLimit)
                    Tell(isError, line);
            }
        }
    }

    private void WriteToFile(ReadOnlySpan<byte> bytes)
    {
        if (file is null || fileBytes >= spec.OutputFileLimit)
            return;
        var fits = (int)Math.Min(bytes.Length, spec.OutputFileLimit - fileBytes);
        file.Write(bytes[..fits]);
        fileBytes += fits;
    }

    private void Tell(bool isError, StringBuilder line)
    {
        if (!isClosed)
            spec.OnLine?.Invoke(new OutputLine(isError, line.ToString()));
        line.Clear();
    }
}
