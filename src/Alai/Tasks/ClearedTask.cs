namespace Alai.Tasks;

/// <summary>
/// Proof that the safety rules let this task run by itself. A sealed class with one door: not a record (a <c>with</c>
/// expression would slip another text in) and not deserialisable (no public constructor).
/// </summary>
public sealed class ClearedTask
{
    private ClearedTask(FactoryTask task) => Task = task;

    /// <summary>The task that was cleared.</summary>
    public FactoryTask Task { get; }

    /// <summary>The only way to a cleared task: the check is the constructor.</summary>
    /// <param name="task">The task as read from the store.</param>
    /// <param name="rules">The rules in force now.</param>
    /// <param name="ruling">What the rules said, also when a person's approval overrides it.</param>
    /// <returns>The cleared task, or null when it must not start by itself.</returns>
    public static ClearedTask? Try(FactoryTask task, ISafetyRules rules, out SafetyRuling ruling)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(rules);
        ruling = rules.Judge(task.Text);
        if (!ruling.Holds && task.Sensitivity < 2)
            return new ClearedTask(task);
        if (!ruling.Holds)
            ruling = new SafetyRuling(true, "sensitivity", "2 (people only)", "task");

        // An approval speaks for exactly the content it was given for, under exactly the rules of that day.
        return task.Approval is { } approval && approval.SubjectHash == task.Text.Hash(rules.Fingerprint)
            ? new ClearedTask(task)
            : null;
    }
}
