namespace Alai.Rehearsal;

/// <summary>
/// A shell program in place of Claude Code: it reads its prompt, really asks the address it was given as many times as told, and
/// prints the lines of the real one. It needs curl.
/// </summary>
public static class FakeClaude
{
    /// <summary>Writes the program.</summary>
    /// <param name="path">Where; its folder is made.</param>
    /// <param name="turns">How often it asks the model.</param>
    /// <param name="work">Shell lines it runs in its working directory once every turn was answered.</param>
    /// <param name="model">The model it asks for.</param>
    public static void Write(string path, int turns, string work, string model = "claude-sonnet-5")
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, Text.Replace("@turns", $"{turns}", StringComparison.Ordinal).Replace("@model", model, StringComparison.Ordinal).Replace("@work", work, StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // Asked for an answer by schema it judges: it passes what its prompt names, and says how many files it was shown.
    private const string Text = """
        #!/bin/sh
        # Stands for Claude Code 2.1: prompt by standard input, events as lines of JSON.
        cat > "$TMPDIR/prompt"
        echo '{"type":"system","subtype":"init","tools":["Bash","Edit","Read","Write"],"mcp_servers":[],"model":"@model","permissionMode":"acceptEdits","apiKeySource":"ANTHROPIC_API_KEY"}'
        ask() {
          curl -sN -o "$TMPDIR/answer" -w '%{http_code}' -H "x-api-key: $ANTHROPIC_API_KEY" -H 'anthropic-version: 2023-06-01' \
            -d '{"model":"@model","max_tokens":1000,"stream":true,"messages":[{"role":"user","content":"Turn '"$1"'"}]}' \
            "$ANTHROPIC_BASE_URL/v1/messages?beta=true"
        }
        n=1
        while [ $n -le @turns ]; do
          status=$(ask $n)
          if [ "$status" != 200 ] || ! grep -q message_stop "$TMPDIR/answer"; then
            case "$status" in
              401|403) word=authentication_failed ;;
              402) word=billing_error ;;
              429) word=rate_limit ;;
              *) word=server_error ;;
            esac
            [ "$status" = 000 ] && status=null
            echo '{"type":"assistant","message":{"model":"<synthetic>","role":"assistant","content":[{"type":"text","text":"API Error"}]},"error":"'$word'"}'
            echo '{"type":"result","subtype":"success","is_error":true,"api_error_status":'$status',"num_turns":'$n',"result":"API Error","stop_reason":"stop_sequence","total_cost_usd":0,"usage":{"input_tokens":0,"output_tokens":0},"permission_denials":[],"terminal_reason":"completed"}'
            exit 1
          fi
          echo '{"type":"assistant","message":{"model":"@model","role":"assistant","content":[{"type":"text","text":"turn '$n' was answered"}]}}'
          n=$((n + 1))
        done
        answer=
        case " $* " in
          *" --json-schema "*)
            named=$(sed -n 's/.*artefact ("\([0-9a-f]*\)").*/\1/p' "$TMPDIR/prompt" | head -n 1)
            answer=',"structured_output":{"reasoning":"read it","findings":[],"summary":"it was shown '$(ls -A | wc -l | tr -d ' ')' files","artefact":"'$named'","verdict":"pass"}' ;;
          *)
            @work
            ;;
        esac
        echo '{"type":"result","subtype":"success","is_error":false,"api_error_status":null,"num_turns":@turns,"result":"Done","stop_reason":"end_turn","total_cost_usd":99,"usage":{"input_tokens":7,"output_tokens":7},"permission_denials":[],"terminal_reason":"completed"'"$answer"'}'
        """;
}
