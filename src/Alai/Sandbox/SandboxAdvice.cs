namespace Alai.Sandbox;

/// <summary>What to do when a sandbox is missing or does not hold, in words a person can follow.</summary>
public static class SandboxAdvice
{
    /// <summary>No backend is installed.</summary>
    public static string Missing => OperatingSystem.IsLinux()
        ? "install bubblewrap: apt-get install bubblewrap (or dnf install bubblewrap, pacman -S bubblewrap), then: alai doctor"
        : "this platform has no sandbox backend; runs need Linux with bubblewrap, or macOS";

    /// <summary>The fix for what a backend said when it could not start.</summary>
    /// <param name="words">Its error output.</param>
    public static string For(string words)
    {
        if (Has(words, "setting up uid map") || Has(words, "RTM_NEWADDR"))
        {
            return "AppArmor forbids user namespaces (Ubuntu 24.04 and later): give bwrap a profile: write\n"
                + "  abi <abi/4.0>,\n  include <tunables/global>\n  profile bwrap /usr/bin/bwrap flags=(unconfined) { userns, }\n"
                + "to /etc/apparmor.d/bwrap, then: sudo systemctl reload apparmor";
        }

        if (Has(words, "No permissions to create") || Has(words, "Creating new namespace failed") || Has(words, "Operation not permitted"))
        {
            return "user namespaces are forbidden here. In Docker: run the container with --security-opt seccomp=unconfined "
                + "--security-opt apparmor=unconfined (or a profile that allows them); on a server: sysctl kernel.unprivileged_userns_clone=1";
        }

        if (Has(words, "mount proc") || Has(words, "Can't mount"))
            return "the container hides parts of /proc: run it with --security-opt systempaths=unconfined";
        if (Has(words, "Unknown option"))
            return "bubblewrap is too old: version 0.8 or later is needed";
        return Has(words, "sandbox_apply")
            ? "Seatbelt cannot be nested: start the daemon outside another sandbox"
            : "run the sandbox by hand to see why: alai doctor";
    }

    private static bool Has(string words, string part) => words.Contains(part, StringComparison.OrdinalIgnoreCase);
}
