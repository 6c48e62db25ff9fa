using Alai.MissionControl;

namespace Alai.Orchestration;

/// <summary>Changes the stores of a home for others. Every step can be done again: a kill anywhere is finished by the next start.</summary>
internal sealed class StoreSwap(FactoryHome home)
{
    /// <summary>The files the stores of a home consist of.</summary>
    public IReadOnlyList<string> Files => [.. StoreImage.FilesOf(home.Database), .. StoreImage.FilesOf(home.Hive)];

    /// <summary>Moves the files of a swap that was begun, if there is one.</summary>
    public void Finish()
    {
        var journal = RestoreJournal.Read(home);
        while (journal is { Phase: not "note" })
            journal = Next(journal);
    }

    /// <summary>
    /// Writes down what was restored and halts dispatch: what was done outside since the backup may have been done already, so
    /// nothing starts before a person has looked.
    /// </summary>
    public async Task NoteAsync(IMissionControl store, IMissionControlReader reader, CancellationToken cancellationToken)
    {
        if (RestoreJournal.Read(home) is not { Phase: "note" } journal)
            return;
        var newest = reader.Events(null, Math.Max(0, reader.LastSequence() - 2), 2);
        if (!newest.Any(happened => happened.Kind == "restored" && happened.Text == journal.Note))
            await store.NoteAsync("restored", journal.Actor, journal.Note, cancellationToken);
        await store.SetHaltAsync(true, journal.Actor, journal.Note, cancellationToken);
        End(journal);
    }

    private RestoreJournal? Next(RestoreJournal journal)
    {
        if (journal.Phase == "aside")
        {
            Directory.CreateDirectory(journal.Aside);
            foreach (var file in Files.Where(File.Exists))
                File.Move(file, Path.Combine(journal.Aside, Path.GetFileName(file)), overwrite: true);
            return Then(journal with { Phase = "in" });
        }

        foreach (var file in Files.Select(file => Path.Combine(journal.Source, Path.GetFileName(file))).Where(File.Exists))
            File.Move(file, Path.Combine(home.Data, Path.GetFileName(file)), overwrite: true);
        if (journal.Note.Length > 0)
            return Then(journal with { Phase = "note" });
        End(journal);
        return null;
    }

    private void End(RestoreJournal journal)
    {
        if (Directory.Exists(journal.Source))
            Directory.Delete(journal.Source, recursive: true);
        File.Delete(home.RestoreJournal);
    }

    private RestoreJournal Then(RestoreJournal next)
    {
        next.Write(home);
        return next;
    }
}
