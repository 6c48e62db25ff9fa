using Alai.Tasks;

namespace Alai.Quality;

/// <summary>Puts the base's tests and the way they are run back into a result; new tests stay.</summary>
internal static class BaseTests
{
    /// <summary>Whether a changed file takes part in proving, so that the base's version counts.</summary>
    public static bool Proves(ChangedFile file, VerificationPlan plan) =>
        FileRoles.Of(file.Path) is FileRole.Test or FileRole.TestDefinition or FileRole.Delivery
        || Definitions.IsMixed(file.Name)
        || (FileRoles.Of(file.Path) == FileRole.Manifest && FileRoles.IsInTestFolder(file.Path))
        || plan.IsTest(file.Path)
        || plan.Commands.Any(command => CommandWords.Run(command.Text, PathLimits.Below(plan.Root, file.Path) ?? file.Path));

    /// <summary>Restores them.</summary>
    /// <param name="change">What the run changed.</param>
    /// <param name="plan">Whose commands prove it.</param>
    /// <param name="baseFolder">The base's files.</param>
    /// <param name="resultFolder">The result's files; changed by this.</param>
    /// <returns>The paths whose content is now the base's again, so that the outcome may differ from the change's own tests.</returns>
    public static IReadOnlyList<string> Restore(Change change, VerificationPlan plan, string baseFolder, string resultFolder) =>
        [.. change.Files.Where(file => Proves(file, plan) && RestoreOne(file, baseFolder, resultFolder)).Select(file => file.Path)];

    private static bool RestoreOne(ChangedFile file, string baseFolder, string resultFolder)
    {
        var before = Path.Combine(baseFolder, file.Path);
        var after = Path.Combine(resultFolder, file.Path);
        if (file.Change != FileChange.Added && Definitions.IsMixed(file.Name) && File.Exists(after))
            return Definitions.RestoreWithin(before, after);
        if (file.Change == FileChange.Added)
            return RemoveNewDefinition(file, after);
        Directory.CreateDirectory(Path.GetDirectoryName(after)!);
        File.Copy(before, after, overwrite: true);
        return true;
    }

    // A new conftest.py or jest.config.js can silence every test of the base, so it does not count; a new test does.
    private static bool RemoveNewDefinition(ChangedFile file, string after)
    {
        if (FileRoles.Of(file.Path) != FileRole.TestDefinition || !File.Exists(after))
            return false;
        File.Delete(after);
        return true;
    }
}
