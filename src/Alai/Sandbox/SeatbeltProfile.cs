using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alai.Sandbox;

/// <summary>The text of a Seatbelt profile: everything is denied but what stands here. A later rule wins over an earlier one.</summary>
internal static class SeatbeltProfile
{
    private static readonly string[] Readable =
    [
        "/usr", "/bin", "/sbin", "/System", "/Library/Apple", "/Library/Developer", "/Library/Frameworks", "/Library/Java",
        "/opt", "/Applications/Xcode.app", "/private/var/db/dyld", "/private/var/db/timezone", "/private/var/select",
        "/private/etc/ssl", "/private/etc/paths", "/private/etc/paths.d", "/private/etc/localtime", "/private/etc/passwd",
        "/private/etc/protocols", "/private/etc/services", "/dev", "/usr/local",
    ];

    internal static string Text(SandboxSpec spec, SandboxMachine machine, string scratch)
    {
        var text = new StringBuilder();
        text.Append("(version 1)\n(deny default)\n");
        text.Append("(allow process-fork)\n(allow process-exec)\n(allow signal (target same-sandbox))\n");
        text.Append("(allow process-info* (target same-sandbox))\n(allow sysctl-read)\n(allow pseudo-tty)\n");
        text.Append("(allow mach-lookup (global-name \"com.apple.system.opendirectoryd.libinfo\") (global-name \"com.apple.system.logger\"))\n");
        text.Append("(allow ipc-posix-sem)\n(allow file-read-metadata)\n(allow file-read* (literal \"/\"))\n");
        text.Append("(allow file-write* (literal \"/dev/null\") (literal \"/dev/zero\") (literal \"/dev/tty\") (literal \"/dev/dtracehelper\"))\n");
        foreach (var root in Readable.Concat(ToolchainRoots.Below(machine.UserHome)).Concat(RelayedCommand.Roots(spec, machine)).Concat(spec.ReadOnlyRoots))
            Rule(text, "allow file-read*", root);
        Rule(text, "allow file-read* file-write*", scratch);
        Rule(text, spec.IsWorkspaceReadOnly ? "allow file-read*" : "allow file-read* file-write*", spec.Workspace);
        foreach (var root in spec.WritableRoots)
            Rule(text, "allow file-read* file-write*", root);
        foreach (var path in spec.ProtectedPaths.Select(path => Path.GetFullPath(path, spec.Workspace)))
            Rule(text, "deny file-write*", path);
        if (spec.Network.IsOpen)
            text.Append("(allow network*)\n(allow mach-lookup (global-name \"com.apple.SystemConfiguration.configd\") (global-name \"com.apple.trustd.agent\"))\n");
        else if (spec.Network.Socket is { } socket)
            text.Append("(allow network-outbound (literal ").Append(Quote(socket)).Append("))\n");
        if (spec.Network.Port is var port and > 0)
        {
            // The relay listens on this machine's own loopback here: there is no other one.
            foreach (var rule in new[] { "network-bind (local", "network-inbound (local", "network-outbound (remote" })
                text.Append(CultureInfo.InvariantCulture, $"(allow {rule} tcp \"localhost:{port}\"))\n");
        }

        return text.ToString();
    }

    internal static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void Rule(StringBuilder text, string what, string path) =>
        text.Append('(').Append(what).Append(" (subpath ").Append(Quote(path)).Append("))\n");

    private static string Quote(string path) =>
        "\"" + path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
