# Sourced by ./alai, ./test and the benchmarks: builds projects in Release, quietly, only when something changed.
# Works with the bash 3.2 of macOS.

require_dotnet() {
    command -v dotnet >/dev/null 2>&1 && return 0
    echo "ALAI needs the .NET 10 SDK and found no 'dotnet' on the PATH." >&2
    echo "Install it (https://dotnet.microsoft.com/download), then run this again." >&2
    exit 1
}

# is_fresh ROOT STAMP: no source, folder or build file is newer than the stamp. Folders count, so a deleted file is seen.
is_fresh() {
    [ -e "$2" ] || return 1
    [ -z "$(find "$1/src" "$1/benchmarks" "$1/companies" "$1/Directory.Build.props" "$1/Directory.Packages.props" "$1/global.json" \
        -newer "$2" -print 2>/dev/null | head -n 1)" ]
}

# build_projects ROOT LOG PROJECT...: descriptor 9 is the lock; a build server that inherited it would hold it for minutes.
build_projects() {
    local root="$1" log="$2" project
    shift 2
    : > "$log"
    for project in "$@"; do
        if ! (cd "$root" && dotnet build "$project" -c Release -p:Fast=true -v q -nologo -clp:NoSummary) >> "$log" 2>&1 9>&-; then
            echo "ALAI does not build from these sources ($project):" >&2
            { grep -E 'error' "$log" || tail -n 20 "$log"; } | sort -u | head -n 20 >&2
            echo "The whole output is in $log" >&2
            return 1
        fi
    done
}

# build_on_demand ROOT NAME PROJECT...
build_on_demand() {
    local root="$1" name="$2" stamp="$1/artifacts/.built-$2" moment="$1/artifacts/.building-$2"
    shift 2
    is_fresh "$root" "$stamp" && return 0
    require_dotnet
    mkdir -p "$root/artifacts"
    take_build_lock "$root"
    if ! is_fresh "$root" "$stamp"; then
        [ ! -t 2 ] || echo "Building ALAI ..." >&2
        # The stamp bears the time before the build: what is edited meanwhile is built next time.
        touch "$moment"
        if ! build_projects "$root" "$root/artifacts/build-$name.log" "$@"; then
            drop_build_lock "$root"
            exit 1
        fi
        mv "$moment" "$stamp"
    fi
    drop_build_lock "$root"
}

# Two builds in one folder would write the same files. flock where it exists (the kernel frees it), else a folder with the owner's pid.
take_build_lock() {
    if command -v flock >/dev/null 2>&1; then
        exec 9> "$1/artifacts/.build.lock"
        flock 9
        return 0
    fi
    until mkdir "$1/artifacts/.build.lock.d" 2>/dev/null; do
        local owner
        owner="$(cat "$1/artifacts/.build.lock.d/pid" 2>/dev/null || true)"
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$1/artifacts/.build.lock.d"
        else
            sleep 1
        fi
    done
    echo $$ > "$1/artifacts/.build.lock.d/pid"
}

drop_build_lock() {
    if command -v flock >/dev/null 2>&1; then
        exec 9>&-
    else
        rm -rf "$1/artifacts/.build.lock.d"
    fi
}
