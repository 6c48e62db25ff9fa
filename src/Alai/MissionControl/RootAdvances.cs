namespace Alai.MissionControl;

/// <summary>Moves of roots that no run makes; the version makes each happen once.</summary>
internal static class RootAdvances
{
    public static ChangeAnswer Make(StoreWrite write, RootAdvance advance)
    {
        if (write.Find(advance.Root) is not { IsRoot: true } root)
            return PersonChanges.Refuse($"there is no root {advance.Root}");
        if (root.Version != advance.Version)
            return PersonChanges.Refuse($"{root.Id} changed since it was read: version {root.Version}, expected {advance.Version}");
        if (advance.Run is { } run && !RunSettlement.GiveBack(write, run.Key, run.Back))
            return PersonChanges.Refuse($"run {run.Key.Run} was taken away");
        if (advance.Effect is { } effect)
            EffectRows.End(write, effect.Key, true, effect.Output);
        write.Append(EventDraft.Of(root, advance.EventKind, advance.Actor, advance.Text));
        RunSettlement.Children(write, root, advance.Children);

        // Children over the caps hold the root; that hold wins over the move.
        var now = write.Find(root.Id)!;
        if (now.State == root.State && advance.Move is { } move)
            TaskMoves.Make(write, now, move, advance.Actor);
        else
            write.Sql.Run("UPDATE task SET version=version+1, updated_at=$2 WHERE id=$1", root.Id.Value, write.Now);
        OutboxRows.Add(write, advance.Outbox);
        return new ChangeAnswer(write.Find(root.Id), null, advance.Text);
    }
}
