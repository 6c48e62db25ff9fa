using Alai.Cli.Drawing;

namespace Alai.Cli.Running;

/// <summary>What a person must not overlook about a run without a sandbox.</summary>
internal static class RunBanner
{
    public static void Write(Paper paper)
    {
        paper.Text("!!! UNSANDBOXED !!!", Ink.Red);
        paper.Text("The agent can read, write and send whatever you can. The promises that sensitive work never starts by itself and that agents hold no keys are void for this run. It never lands by itself.", Ink.Red);
    }
}
