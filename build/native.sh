# Sourced by ./release, ./test and ./bench: the programs as they are released. Works with the bash 3.2 of macOS.

# The daemon carries its runtime, and code compiled beforehand: it starts in a fraction of the time.
READY_DAEMON="--self-contained -p:PublishSingleFile=true -p:PublishReadyToRun=true"

native_rid() {
    local system machine
    case "$(uname -s)" in Darwin) system=osx ;; *) system=linux ;; esac
    case "$(uname -m)" in arm64 | aarch64) machine=arm64 ;; *) machine=x64 ;; esac
    echo "$system-$machine"
}

# native_linker: the compiler driver that links; clang first, as the SDK would.
native_linker() {
    local name
    for name in clang gcc; do
        command -v "$name" >/dev/null 2>&1 && { echo "$name"; return 0; }
    done
    return 1
}

# native_obstacle RID: prints why native code cannot be made for a platform here; fails when nothing is in the way.
native_obstacle() {
    if [ "$1" != "$(native_rid)" ]; then
        echo "native code for $1 needs a machine of that kind; this one is $(native_rid)"
    elif ! native_linker >/dev/null; then
        echo "no clang and no gcc: apt-get install gcc"
    elif [ "$(uname -s)" = Linux ] && ! find /usr/include /usr/local/include -name zlib.h 2>/dev/null | grep -q .; then
        echo "no zlib headers: apt-get install zlib1g-dev"
    else
        return 1
    fi
}

# publish_native ROOT RID LOG: into artifacts/release-build/native/RID. A warning of the native compiler is an error, as everywhere.
publish_native() {
    local root="$1" rid="$2" log="$3" made="$1/artifacts/release-build/native/$2"
    rm -rf "$made"
    (cd "$root" && dotnet publish src/Alai.Cli -c Release -r "$rid" -p:AlaiRelease="$rid" -p:PublishAot=true -p:CppCompilerAndLinker="$(native_linker)" \
        -p:Fast=true -v q -nologo -clp:NoSummary -o "$made") > "$log" 2>&1 9>&- || return 1
    ! grep -q 'warning' "$log"
}

# build_native ROOT: the native alai of this machine, when a source is newer. Needs the build lock held.
build_native() {
    local root="$1" rid reason log="$1/artifacts/release-build/logs/native.log" stamp="$1/artifacts/.built-native"
    rid="$(native_rid)"
    mkdir -p "$root/artifacts/release-build/logs"
    if [ -x "$root/artifacts/release-build/native/$rid/alai" ] && is_fresh "$root" "$stamp"; then
        return 0
    fi
    if reason="$(native_obstacle "$rid")"; then
        echo "NOTE: the native alai was not built: $reason" >&2
        return 1
    fi
    touch "$stamp.new"
    if ! publish_native "$root" "$rid" "$log"; then
        { grep -E 'error|warning' "$log" || tail -n 20 "$log"; } | sort -u | head -n 20 >&2
        echo "NOTE: the native alai was not built; the whole output is in $log" >&2
        return 1
    fi
    mv "$stamp.new" "$stamp"
}

# build_daemon ROOT: the released alaid of this machine, when a source is newer. Needs the build lock held.
build_daemon() {
    local root="$1" rid log="$1/artifacts/release-build/logs/daemon.log" stamp="$1/artifacts/.built-daemon"
    rid="$(native_rid)"
    mkdir -p "$root/artifacts/release-build/logs"
    if [ -x "$root/artifacts/release-build/daemon/$rid/alaid" ] && is_fresh "$root" "$stamp"; then
        return 0
    fi
    touch "$stamp.new"

    # Published again over an older one, the SDK takes SQLite's library away and brings it back only when anything was compiled.
    rm -rf "$root/artifacts/release-build/daemon/$rid"
    if ! (cd "$root" && dotnet publish src/Alai.Host -c Release -r "$rid" -p:AlaiRelease="$rid" $READY_DAEMON -p:Fast=true -p:DebugType=none \
        -p:GenerateDocumentationFile=false -v q -nologo -clp:NoSummary -o "$root/artifacts/release-build/daemon/$rid") > "$log" 2>&1 9>&-; then
        { grep -E 'error|warning' "$log" || tail -n 20 "$log"; } | sort -u | head -n 20 >&2
        rm -rf "$root/artifacts/release-build/daemon/$rid"
        echo "NOTE: the released alaid was not built; the whole output is in $log" >&2
        return 1
    fi
    mv "$stamp.new" "$stamp"
}
