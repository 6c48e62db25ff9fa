namespace Alai.Cli.Completion;

/// <summary>What a shell loads. Each script asks <c>alai completion words</c> for what may come next.</summary>
internal static class ShellScript
{
    /// <summary>The shells there is a script for.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => PowerShell,
    };

    /// <summary>How a person installs it.</summary>
    public static string Install(string shell) => shell switch
    {
        "bash" => "alai completion bash > ~/.local/share/bash-completion/completions/alai",
        "zsh" => "alai completion zsh > \"${fpath[1]}/_alai\"",
        "fish" => "alai completion fish > ~/.config/fish/completions/alai.fish",
        _ => "alai completion powershell >> $PROFILE",
    };

    // Without a candidate bash goes on with file names (-o default).
    private const string Bash = """
        _alai() {
            local line
            COMPREPLY=()
            while IFS= read -r line; do
                COMPREPLY+=("${line%%$'\t'*}")
            done < <(alai completion words -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
        }
        complete -o default -F _alai alai
        """;

    private const string Zsh = """
        #compdef alai
        _alai() {
            local line
            local -a candidates
            while IFS= read -r line; do
                candidates+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
            done < <(alai completion words -- "${(@)words[2,CURRENT]}" 2>/dev/null)
            if (( ${#candidates} )); then
                _describe alai candidates
            else
                _files
            fi
        }
        if [[ "${funcstack[1]}" = _alai ]]; then
            _alai "$@"
        else
            compdef _alai alai
        fi
        """;

    private const string Fish = """
        function __alai_words
            set -l typed (commandline -opc) (commandline -ct)
            alai completion words -- $typed[2..-1] 2>/dev/null
        end
        complete -c alai -f -a '(__alai_words)'
        complete -c alai -n 'not __alai_words | string length -q' -F
        """;

    // Only what the engine itself brings: no module needs to load for a TAB. A word under the cursor counts as far as the cursor.
    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName alai -ScriptBlock {
            param($wordToComplete, $commandAst, $cursorPosition)
            $typed = @($commandAst.CommandElements | Where-Object { $_.Extent.StartOffset -gt $commandAst.Extent.StartOffset -and $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object {
                if ($_.Extent.EndOffset -ge $cursorPosition) { $wordToComplete.Trim("'", '"') }
                elseif ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value }
                else { $_.ToString() }
            })
            $more = @()
            if ($wordToComplete -eq '') { $more = @('--blank') }
            alai completion words @more -- @typed 2>$null | ForEach-Object {
                $word, $about = $_ -split "`t", 2
                if (-not $about) { $about = $word }
                [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $about)
            }
        }
        """;
}
