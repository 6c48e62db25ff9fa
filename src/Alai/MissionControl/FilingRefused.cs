using System.Diagnostics.CodeAnalysis;
using Alai.Tasks;

namespace Alai.MissionControl;

/// <summary>Rolls a filing of many back when one of them is refused. Never leaves the room.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Thrown and caught inside the room.")]
internal sealed class FilingRefused(IReadOnlyList<FilingAnswer> answers) : Exception("one of the tasks was refused")
{
    public IReadOnlyList<FilingAnswer> Answers { get; } = answers;

    public static IReadOnlyList<FilingAnswer> All(StoreWrite write, IReadOnlyList<NewTask> tasks)
    {
        var answers = tasks.Select(task => TaskFiling.File(write, task)).ToList();
        var bad = answers.FindIndex(answer => answer.Refusal is not null);
        if (bad < 0)
            return answers;
        throw new FilingRefused([.. answers.Select(answer => answer.Refusal is not null
            ? answer
            : new FilingAnswer(null, false, $"not filed, because task {bad + 1} of the same call was refused: {answers[bad].Refusal}"))]);
    }
}
