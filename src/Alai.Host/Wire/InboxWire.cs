using Alai.Client.Views;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Wire;

/// <summary>Held tasks as questions to a person.</summary>
internal static class InboxWire
{
    public static InboxEntryView Of(FactoryTask held, Factory factory)
    {
        // Read anew: lists come without bodies, and an approval binds to the whole content.
        var root = factory.Reader.Find(held.Lineage.Root) ?? held;
        return new InboxEntryView
        {
            Task = TaskWire.Of(root) with { Hold = TaskWire.Of(held).Hold },
            Ask = held.Hold?.Text ?? "",
            SubjectHash = Subject(held, root, factory),
            Verbs = PersonJudgement.IsAsked(held) ? Judging(root.Id.Value) : Verbs(root.Id.Value, held.Hold?.Code),
        };
    }

    /// <summary>What an approval binds to: for a landing the result, else the content under today's rules.</summary>
    private static string Subject(FactoryTask held, FactoryTask root, Factory factory) => held.Hold?.Code switch
    {
        HoldCode.NeedsApproval or HoldCode.Question when held.ArtefactHash is { } result => result,
        HoldCode.NeedsApproval or HoldCode.SafetyRule => root.Text.Hash(factory.Parts.Now.Rules.Fingerprint),
        _ => "",
    };

    private static IReadOnlyList<string> Judging(long id) =>
        [$"alai task diff {id}", $"alai inbox approve {id}", $"alai inbox reject {id} \"why\"", $"alai task retry {id}", $"alai inbox take {id}"];

    private static IReadOnlyList<string> Verbs(long id, HoldCode? code) => code switch
    {
        HoldCode.SafetyRule or HoldCode.NeedsApproval => [$"alai inbox approve {id}", $"alai inbox reject {id} \"why\"", $"alai inbox take {id}"],
        HoldCode.Question => [$"alai inbox answer {id} \"...\"", $"alai inbox take {id}"],
        HoldCode.HumanTier => [$"alai inbox take {id}", $"alai task done {id} \"what came of it\""],
        HoldCode.Paused or HoldCode.Blocked => [$"alai task resume {id}"],
        _ => [$"alai task retry {id}", $"alai inbox take {id}", $"alai task cancel {id}"],
    };
}
