using Alai.Tasks;

namespace Alai.Storage;

/// <summary>Proof of life of a worker process: its own lock file, held until it dies. Death is what the kernel says, never a timer.</summary>
public sealed class OwnerLock : IDisposable
{
    private readonly HeldFile _file;

    private OwnerLock(HeldFile file, OwnerIdentity owner)
    {
        _file = file;
        Owner = owner;
    }

    /// <summary>Who holds it.</summary>
    public OwnerIdentity Owner { get; }

    /// <summary>Takes the lock of this process under a folder, for example <c>HOME/data/owners</c>, which is made when missing.</summary>
    public static OwnerLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        var owner = OwnerIdentity.Current();
        var file = HeldFile.TryTake(PathOf(folder, owner)) ?? throw new FactoryException(
            $"The lock of owner {owner} is held by somebody else.", "Start again: every start takes a new name.", true);
        file.Write(owner + "\n");
        return new OwnerLock(file, owner);
    }

    /// <summary>Whether an owner is provably dead: another boot, its lock can be taken, or no such process lives.</summary>
    /// <param name="folder">The folder of the locks.</param>
    /// <param name="owner">What the rows carry. A text that is no owner of ours counts as dead: nobody can hold it.</param>
    public static bool IsDead(string folder, string owner)
    {
        if (OwnerIdentity.TryParse(owner) is not { } identity || identity.BootId != OwnerIdentity.Boot())
            return true;
        var path = PathOf(folder, identity);

        // Somebody removed the file: the process itself is asked, by number and start time.
        if (!File.Exists(path))
            return OwnerIdentity.StartOf(identity.Pid) != identity.StartedAt;
        using var taken = HeldFile.TryTake(path);
        return taken is not null;
    }

    /// <summary>Removes the lock file of a dead owner whose runs are settled.</summary>
    public static void Forget(string folder, string owner)
    {
        if (OwnerIdentity.TryParse(owner) is not { } identity || !File.Exists(PathOf(folder, identity)))
            return;
        using var taken = HeldFile.TryTake(PathOf(folder, identity));
        taken?.Remove();
    }

    /// <summary>Lets go and removes the file.</summary>
    public void Dispose()
    {
        _file.Remove();
        _file.Dispose();
    }

    private static string PathOf(string folder, OwnerIdentity owner) => Path.Combine(folder, owner.Nonce + ".lock");
}
