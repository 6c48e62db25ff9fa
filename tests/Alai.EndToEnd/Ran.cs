using System.Text.Json;

namespace Alai.EndToEnd;

/// <summary>What a program did.</summary>
public sealed record Ran(string Words, int Exit, string Out, string Error)
{
    /// <summary>Its output as JSON.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Out);
            return document.RootElement.Clone();
        }
    }

    /// <summary>Fails the test with everything that was said unless it ended as expected.</summary>
    public Ran Expect(int exit)
    {
        Assert.True(Exit == exit, $"{Words}: expected exit {exit}, found {Exit}\n--- out\n{Out}\n--- error\n{Error}");
        return this;
    }
}
