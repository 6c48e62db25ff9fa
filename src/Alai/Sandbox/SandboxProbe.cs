namespace Alai.Sandbox;

/// <summary>
/// The scripts of the self-test. They really try each act; whether it had an effect is seen from outside by the daemon,
/// the words they print only tell what the inside believed.
/// </summary>
internal static class SandboxProbe
{
    /// <summary>Tries everything. Paths and secrets come in variables, so that none stands in an argument list by accident.</summary>
    internal const string Acts = """
        try() { name=$1; shift; if "$@" >/dev/null 2>&1; then echo "$name=done"; else echo "$name=refused"; fi; }
        write() { printf x > "$1"; }
        connect() { bash -c "exec 3<>/dev/tcp/127.0.0.1/$PROBE_PORT"; }
        see() { grep -qs "$PROBE_VICTIM_PATTERN" /proc/[0-9]*/cmdline; }
        same() { [ "$(cat "$PROBE_WORKSPACE/input")" = "$PROBE_INPUT" ]; }
        try read_workspace same
        try write_workspace write "$PROBE_WORKSPACE/output"
        try write_temporary write "${TMPDIR:-/tmp}/alai-probe"
        try write_home write "$HOME/alai-probe"
        try run_git git --version
        try run_tools sh -c 'ls / | sort | head -1'
        try write_outside write "$PROBE_OUTSIDE/written"
        try write_through_link write "$PROBE_WORKSPACE/link"
        try write_git write "$PROBE_WORKSPACE/.git/hooks/pre-commit"
        try replace_git mv "$PROBE_WORKSPACE/.git" "$PROBE_WORKSPACE/git-moved"
        echo "canary=$(cat "$PROBE_CANARY" 2>/dev/null)"
        try connect connect
        try see_process see
        try signal_process kill -TERM "$PROBE_VICTIM"
        try user_namespace unshare -Ur true
        echo "capabilities=$(sed -n 's/^CapEff:[[:space:]]*//p' /proc/self/status 2>/dev/null)"
        echo "interfaces=$(grep -c : /proc/net/dev 2>/dev/null)"
        """;

    /// <summary>Lives for as long as it may, and shows it by a growing file.</summary>
    internal const string Beats = "while :; do printf x >> \"$PROBE_WORKSPACE/beats\"; sleep 0.03; done";

    /// <summary>
    /// Starts the command given to it below a process of its own, kills that one and sees whether the command beats on.
    /// The first argument is the file of the beats.
    /// </summary>
    internal const string KillParent = """
        beats=$1; shift
        sh -c '"$@" & wait' middle "$@" &
        middle=$!
        n=0
        while [ ! -s "$beats" ] && [ $n -lt 250 ]; do sleep 0.02; n=$((n + 1)); done
        [ -s "$beats" ] || { echo never; exit 0; }
        kill -9 $middle
        sleep 0.15
        before=$(wc -c < "$beats")
        sleep 0.15
        [ "$before" = "$(wc -c < "$beats")" ] && echo ended || echo survived
        """;
}
