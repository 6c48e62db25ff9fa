using Alai.Tasks;

namespace Alai.Quality;

/// <summary>The built-in look for dangerous code in the lines a change adds. For the SECURITY stage; finds, does not judge.</summary>
public static class DangerScan
{
    private static readonly Danger[] Dangers =
    [
        new(@"\beval\s*\(|\bnew\s+Function\s*\(|\bexec\s*\(\s*(request|input|data|body|params|user)", "high", "runs text as code", "parse the input, or look the action up in a fixed table"),
        new(@"shell\s*=\s*True|\bos\.(system|popen)\s*\(|child_process.*\bexec(Sync)?\s*\(|\bexecSync\s*\(\s*[`'""].*(\$\{|\+)|Runtime\.getRuntime\(\)\.exec\(", "high", "gives text to a shell", "start the program with a list of arguments and no shell"),
        new(@"verify\s*=\s*False|rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT_UNAUTHORIZED|InsecureSkipVerify\s*:\s*true|ServerCertificateCustomValidationCallback|DangerousAcceptAnyServerCertificate|CERT_NONE|_create_unverified_context|CURLOPT_SSL_VERIFYPEER,\s*(0|false)|(curl|wget)\s.*(\s-k\b|--insecure|--no-check-certificate)|StrictHostKeyChecking[= ]no", "high", "turns certificate or host verification off", "trust the one certificate that is meant, or mend the chain"),
        new(@"\b(password|passwd|pwd|secret|api_?key|access_?token|auth_?token|private_?key)\b['""]?\s*[:=]\s*['""`][^'""`\s$<{]{6,}['""`]", "high", "holds a credential in the code", "read it from a secret store or the environment"),
        new(@"(curl|wget)\b[^|;&]*\|\s*(sudo\s+)?(ba|z|da)?sh\b|iex\s*\(.*DownloadString", "high", "runs what it downloads unseen", "download, check the hash, then run"),
        new(@"chmod\s+(-R\s+)?(0?777|a\+rwx|o\+w)|\bos\.chmod\([^)]*0o?777|0o777|UnixFileMode\..*OtherWrite|S_IWOTH", "medium", "makes files writable for everyone", "give the least rights that work"),
        new(@"\bpickle\.loads?\(|\byaml\.load\((?!.*Safe)|\bmarshal\.loads\(|BinaryFormatter|ObjectInputStream\(|unserialize\(|TypeNameHandling\.(All|Auto|Objects)", "high", "deserialises data that can name types or code", "use a data-only format or the safe loader"),
        new(@"(execute|query|raw|ExecuteSql\w*|FromSqlRaw|CommandText\s*=)\s*\(?\s*(f['""]|\$['""]|[`'""][^`'""]*\b(select|insert|update|delete)\b[^`'""]*([`'""]\s*\+|\$\{|%s['""]\s*%))", "high", "builds SQL out of text", "use parameters"),
        new(@"\.innerHTML\s*=|dangerouslySetInnerHTML|document\.write\(|v-html=|@Html\.Raw\(|\|\s*safe\b|mark_safe\(|bypassSecurityTrust", "medium", "puts text into a page unescaped", "set text content, or sanitise first"),
        new(@"\b(md5|sha1)\s*\(.*(pass|secret|token)|(pass|secret|token).*\b(md5|sha1)\b|\bDES(CryptoServiceProvider)?\b|\bECB\b|CipherMode\.ECB", "medium", "uses broken cryptography", "use a current algorithm; for passwords a slow hash"),
        new(@"(Math\.random\(\)|random\.(random|randint|choice)\(|new Random\().*(token|secret|password|session|nonce|key)|(token|secret|password|session|nonce)\w*\s*=.*(Math\.random|random\.(random|randint|choice)|new Random)", "medium", "takes a secret from a guessable source", "use the cryptographic random source"),
        new(@"(0\.0\.0\.0|IPAddress\.Any|host\s*=\s*['""]::['""])", "low", "listens on every network", "listen on loopback unless the task asks for more"),
        new(@"Access-Control-Allow-Origin['""]?\s*[,:=]\s*['""]\*|AllowAnyOrigin\(|cors\(\s*\)", "low", "lets every web page call it", "name the origins"),
        new(@"\bsudo\s+|--privileged\b|USER\s+root\b|runAsUser:\s*0\b|/var/run/docker\.sock", "medium", "asks for all rights of the machine", "run as an ordinary user"),
        new(@"\brm\s+-rf\s+(/|\$|~)|shutil\.rmtree\(\s*['""]/|fs\.rm(Sync)?\([^)]*(process\.env|['""]/)", "high", "may delete more than its own", "delete a named folder below its own"),
        new(@"\bDEBUG\s*=\s*True\b|app\.run\([^)]*debug\s*=\s*True|UseDeveloperExceptionPage\(\)", "low", "ships with debugging on", "switch it on by environment only"),
    ];

    /// <summary>What the added lines hold; tests and prose are looked at too, one step milder.</summary>
    public static IReadOnlyList<Finding> Find(Change change) =>
        [.. change.Files.Where(file => FileRoles.Of(file.Path) != FileRole.LockFile).SelectMany(Hits)];

    private static IEnumerable<Finding> Hits(ChangedFile file)
    {
        var milder = FileRoles.Of(file.Path) == FileRole.Test || file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        foreach (var line in file.Added)
        {
            foreach (var danger in Dangers.Where(danger => danger.Rule.Hits(line.Text)))
                yield return new Finding(milder ? Milder(danger.Severity) : danger.Severity, file.Path, $"line {line.Number} {danger.Rule.Meaning}; {danger.Cure}");
        }
    }

    private static string Milder(string severity) => severity == "high" ? "medium" : "low";

    private sealed record Danger(LineRule Rule, string Severity, string Cure)
    {
        public Danger(string pattern, string severity, string meaning, string cure)
            : this(new LineRule(pattern, meaning), severity, cure)
        {
        }
    }
}
