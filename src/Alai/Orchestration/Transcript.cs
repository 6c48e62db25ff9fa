using System.Security.Cryptography;
using System.Text.Json;
using Alai.Redaction;
using Alai.Tasks;

namespace Alai.Orchestration;

/// <summary>
/// The append-only record of one run: a line of JSON a step, flushed as it is written so that it can be followed live
/// and survives a kill. A full disk loses steps, counts them and says so in the next line; it never ends the run.
/// </summary>
internal sealed class Transcript : IRunLog, IDisposable
{
    private const int DetailCap = 64 * 1024;

    private readonly Lock gate = new();
    private readonly Redactor redactor;
    private readonly TimeProvider time;
    private readonly string path;
    private FileStream? file;
    private int lost;
    private int number;

    public Transcript(string path, Redactor redactor, TimeProvider time)
    {
        this.path = path;
        this.redactor = redactor;
        this.time = time;
    }

    public void Step(RunStep step)
    {
        lock (gate)
        {
            number++;
            try
            {
                file ??= Open();
                if (lost > 0)
                {
                    Write(new RunStep("warning", $"{lost} steps were lost: the transcript could not be written"));
                    lost = 0;
                }

                Write(step);
            }
            catch (IOException)
            {
                lost++;
            }
            catch (UnauthorizedAccessException)
            {
                lost++;
            }
        }
    }

    /// <summary>Puts all of it on the disk and hashes it; null when nothing was written or it cannot be read.</summary>
    public RecordSeal? Seal()
    {
        lock (gate)
        {
            try
            {
                if (file is null)
                    return null;
                file.Flush(flushToDisk: true);
                return Of(path);
            }
            catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }

    /// <summary>What a record is now.</summary>
    public static RecordSeal Of(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return new RecordSeal(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    public void Dispose()
    {
        lock (gate)
        {
            file?.Dispose();
            file = null;
        }
    }

    private FileStream Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite);
    }

    private void Write(RunStep step)
    {
        var detail = redactor.Redact(step.Detail);
        if (detail.Length > DetailCap)
            detail = string.Concat(detail.AsSpan(0, DetailCap / 2), $"\n... {detail.Length - DetailCap} characters left out ...\n", detail.AsSpan(detail.Length - DetailCap / 2));
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteNumber("n", number);
            json.WriteString("at", time.GetUtcNow());
            json.WriteString("kind", step.Kind);
            json.WriteString("title", redactor.Redact(step.Title));
            if (detail.Length > 0)
                json.WriteString("detail", detail);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        file!.Write(line.GetBuffer().AsSpan(0, (int)line.Length));
        file.Flush();
    }
}
