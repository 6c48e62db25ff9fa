namespace Alai.Redaction;

/// <summary>Every kind of credential looked for: those a prefix or frame gives away, then those only their name does.</summary>
internal static class SecretShapes
{
    public static IReadOnlyList<SecretShape> All { get; } =
    [
        new("private key", SecretPatterns.PrivateKey(), "-----BEGIN "),
        new("Anthropic key", SecretPatterns.Anthropic(), "sk-ant-"),
        new("OpenAI key", SecretPatterns.OpenAi(), "sk-"),
        new("GitHub token", SecretPatterns.GitHub(), "ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"),
        new("GitLab token", SecretPatterns.GitLab(), "glpat-"),
        new("AWS key id", SecretPatterns.AwsKeyId(), "AKIA", "ASIA"),
        new("AWS secret key", SecretPatterns.AwsSecret(), "aws"),
        new("Google key", SecretPatterns.Google(), "AIza", "ya29."),
        new("Slack token", SecretPatterns.Slack(), "xox"),
        new("Slack webhook", SecretPatterns.SlackWebhook(), "hooks.slack.com"),
        new("Stripe key", SecretPatterns.Stripe(), "k_live", "k_test", "whsec_"),
        new("SendGrid key", SecretPatterns.SendGrid(), "SG."),
        new("npm token", SecretPatterns.Npm(), "npm_"),
        new("PyPI token", SecretPatterns.PyPi(), "pypi-"),
        new("NuGet key", SecretPatterns.NuGet(), "oy2"),
        new("Hugging Face token", SecretPatterns.HuggingFace(), "hf_"),
        new("Telegram token", SecretPatterns.Telegram(), ":AA"),
        new("DigitalOcean token", SecretPatterns.DigitalOcean(), "_v1_"),
        new("age key", SecretPatterns.Age(), "AGE-SECRET-KEY-1"),
        new("Azure storage key", SecretPatterns.AzureStorage(), "Key="),
        new("JWT", SecretPatterns.Jwt(), "eyJ"),
        new("authorization", SecretPatterns.Authorization(), "authorization"),
        new("authorization", SecretPatterns.Bearer(), "Bearer "),
        new("API key header", SecretPatterns.KeyHeader(), "x-api-", "x-auth-") { IsGuess = true },
        new("password in a URL", SecretPatterns.UrlPassword(), "://") { IsGuess = true },
        new("connection string", SecretPatterns.ConnectionString(), "password", "pwd") { IsGuess = true },
        new("assigned secret", SecretPatterns.Assigned(), "password", "passwd", "secret", "token", "key") { IsGuess = true },
        new("environment secret", SecretPatterns.Environment(), "password", "secret", "token", "key") { IsGuess = true },
    ];

    public static IEnumerable<SecretSpan> Find(string text) => All.SelectMany(shape => shape.Find(text));
}
