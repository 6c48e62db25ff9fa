using System.Text.RegularExpressions;

namespace Alai.Redaction;

/// <summary>The patterns. Each quantifier is bounded or its class excludes what follows, so a hostile text costs linear time.</summary>
internal static partial class SecretPatterns
{
    private const RegexOptions AnyCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // With its end, or cut off: then what follows the first line and reads as base64.
    [GeneratedRegex(
        @"-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----(?:[A-Za-z0-9+/=\s\\:,.()-]{0,16384}?-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|[A-Za-z0-9+/=\s\\]{40,16384})")]
    public static partial Regex PrivateKey();

    [GeneratedRegex(@"\bsk-ant-[A-Za-z0-9_-]{20,200}")]
    public static partial Regex Anthropic();

    [GeneratedRegex(@"\bsk-(?:(?:proj|svcacct|admin|or-v1)-[A-Za-z0-9_-]{20,200}|[A-Za-z0-9]{32,200}\b)")]
    public static partial Regex OpenAi();

    [GeneratedRegex(@"\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_[A-Za-z0-9_]{40,255})")]
    public static partial Regex GitHub();

    [GeneratedRegex(@"\bglpat-[A-Za-z0-9_-]{20,100}")]
    public static partial Regex GitLab();

    [GeneratedRegex(@"\b(?:AKIA|ASIA)[A-Z2-7]{16}\b")]
    public static partial Regex AwsKeyId();

    [GeneratedRegex(@"aws_?secret_?(?:access_?)?key[""']?\s{0,4}[:=]\s{0,4}[""']?(?<secret>[A-Za-z0-9/+]{40})\b", AnyCase)]
    public static partial Regex AwsSecret();

    [GeneratedRegex(@"\b(?:AIza[0-9A-Za-z_-]{35}|ya29\.[0-9A-Za-z_-]{20,500})")]
    public static partial Regex Google();

    [GeneratedRegex(@"\bxox[abeoprs]-[0-9A-Za-z-]{10,250}")]
    public static partial Regex Slack();

    [GeneratedRegex(@"https://hooks\.slack\.com/services/(?<secret>[A-Za-z0-9/]{20,120})")]
    public static partial Regex SlackWebhook();

    [GeneratedRegex(@"\b(?:[sr]k_(?:live|test)|whsec)_[0-9a-zA-Z]{16,200}")]
    public static partial Regex Stripe();

    [GeneratedRegex(@"\bSG\.[A-Za-z0-9_-]{16,64}\.[A-Za-z0-9_-]{16,80}")]
    public static partial Regex SendGrid();

    [GeneratedRegex(@"\bnpm_[A-Za-z0-9]{36}\b")]
    public static partial Regex Npm();

    [GeneratedRegex(@"\bpypi-[A-Za-z0-9_-]{80,400}")]
    public static partial Regex PyPi();

    [GeneratedRegex(@"\boy2[a-z0-9]{43}\b")]
    public static partial Regex NuGet();

    [GeneratedRegex(@"\bhf_[A-Za-z0-9]{30,60}\b")]
    public static partial Regex HuggingFace();

    [GeneratedRegex(@"\b[0-9]{8,10}:AA[A-Za-z0-9_-]{33}\b")]
    public static partial Regex Telegram();

    [GeneratedRegex(@"\bdo[opr]_v1_[a-f0-9]{64}\b")]
    public static partial Regex DigitalOcean();

    [GeneratedRegex(@"\bAGE-SECRET-KEY-1[0-9A-Z]{50,70}")]
    public static partial Regex Age();

    [GeneratedRegex(@"\b(?:Account|SharedAccess)Key=(?<secret>[A-Za-z0-9+/]{40,120}={0,2})")]
    public static partial Regex AzureStorage();

    [GeneratedRegex(@"\beyJ[A-Za-z0-9_-]{8,2000}\.eyJ[A-Za-z0-9_-]{8,8000}\.[A-Za-z0-9_-]{8,2000}")]
    public static partial Regex Jwt();

    [GeneratedRegex(
        @"\bauthorization[""']?\s{0,4}[:=]\s{0,4}[""']?(?:bearer|basic|token|digest|apikey)\s{1,4}(?<secret>[A-Za-z0-9._~+/=-]{8,4000})",
        AnyCase)]
    public static partial Regex Authorization();

    [GeneratedRegex(@"\bBearer (?<secret>[A-Za-z0-9._~+/=-]{20,4000})")]
    public static partial Regex Bearer();

    [GeneratedRegex(@"\bx-(?:api|auth)-(?:key|token)[""']?\s{0,4}[:=]\s{0,4}[""']?(?<secret>[A-Za-z0-9._~+/=-]{12,400})", AnyCase)]
    public static partial Regex KeyHeader();

    [GeneratedRegex(@"\b[a-z][a-z0-9+.-]{1,20}://[^\s/:@'""<>]{0,100}:(?<secret>[^\s/@'""<>]{3,200})@", AnyCase)]
    public static partial Regex UrlPassword();

    [GeneratedRegex(
        @"(?:[;""']\s{0,4}(?:password|pwd)\s{0,4}=\s{0,4}(?<secret>[^;""'\s]{3,200})|\b(?:password|pwd)\s{0,4}=\s{0,4}(?<secret>[^;""'\s]{3,200});)",
        AnyCase)]
    public static partial Regex ConnectionString();

    [GeneratedRegex(
        @"(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|private[_-]?key)[""']?\s{0,4}(?:=>|:=|=|:)\s{0,4}[""'](?<secret>[^""'\s]{8,200})[""']",
        AnyCase)]
    public static partial Regex Assigned();

    [GeneratedRegex(
        @"^[ \t]{0,8}(?:export )?[A-Z0-9_]{0,60}(?:PASSWORD|SECRET|TOKEN|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY)[A-Z0-9_]{0,20}=(?<secret>[^\s""'#;]{8,400})",
        RegexOptions.Multiline)]
    public static partial Regex Environment();
}
