using System.Text;

namespace Alai.Host.Logs;

/// <summary>A text file that starts anew when it is full; the last few are kept beside it.</summary>
internal sealed class RollingFile : IDisposable
{
    private const long Largest = 10 * 1024 * 1024;
    private const int Kept = 5;
    private readonly Lock gate = new();
    private readonly string path;
    private StreamWriter writer;

    public RollingFile(string path)
    {
        this.path = path;
        writer = Open();
    }

    public void Write(string line)
    {
        lock (gate)
        {
            if (writer.BaseStream.Length > Largest)
                Roll();
            writer.WriteLine(line);
        }
    }

    public void Dispose()
    {
        lock (gate)
            writer.Dispose();
    }

    private StreamWriter Open() => new(
        new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
    {
        AutoFlush = true,
        NewLine = "\n",
    };

    private void Roll()
    {
        writer.Dispose();
        for (var age = Kept - 1; age >= 1; age--)
        {
            if (File.Exists(Aged(age)))
                File.Move(Aged(age), Aged(age + 1), overwrite: true);
        }

        File.Move(path, Aged(1), overwrite: true);
        writer = Open();
    }

    private string Aged(int age) => $"{path}.{age}";
}
