namespace Alai.Redaction;

/// <summary>Every kind of credential looked for: those a prefix or frame gives away, then those only their name does.</summary>
internal static class SecretShapes
{
    public static IReadOnlyList<SecretShape> All { get; } =
    [
        new("private key", SecretPatterns.PrivateKey()),
        new("Anthropic key", SecretPatterns.Anthropic()),
        new("OpenAI key", SecretPatterns.OpenAi()),
        new("GitHub token", SecretPatterns.GitHub()),
        new("GitLab token", SecretPatterns.GitLab()),
        new("AWS key id", SecretPatterns.AwsKeyId()),
        new("AWS secret key", SecretPatterns.AwsSecret()),
        new("Google key", SecretPatterns.Google()),
        new("Slack token", SecretPatterns.Slack()),
        new("Slack webhook", SecretPatterns.SlackWebhook()),
        new("Stripe key", SecretPatterns.Stripe()),
        new("SendGrid key", SecretPatterns.SendGrid()),
        new("npm token", SecretPatterns.Npm()),
        new("PyPI token", SecretPatterns.PyPi()),
        new("NuGet key", SecretPatterns.NuGet()),
        new("Hugging Face token", SecretPatterns.HuggingFace()),
        new("Telegram token", SecretPatterns.Telegram()),
        new("DigitalOcean token", SecretPatterns.DigitalOcean()),
        new("age key", SecretPatterns.Age()),
        new("Azure storage key", SecretPatterns.AzureStorage()),
        new("JWT", SecretPatterns.Jwt()),
        new("authorization", SecretPatterns.Authorization()),
        new("authorization", SecretPatterns.Bearer()),
        new("API key header", SecretPatterns.KeyHeader(), IsGuess: true),
        new("password in a URL", SecretPatterns.UrlPassword(), IsGuess: true),
        new("connection string", SecretPatterns.ConnectionString(), IsGuess: true),
        new("assigned secret", SecretPatterns.Assigned(), IsGuess: true),
        new("environment secret", SecretPatterns.Environment(), IsGuess: true),
    ];

    public static IEnumerable<SecretSpan> Find(string text) => All.SelectMany(shape => shape.Find(text));
}
