using System.Net;
using System.Text;
using System.Text.Json;
using Alai.Redaction;
using CsCheck;

namespace Alai.Tests.Redaction;

public sealed class RedactorTests
{
    // Put together at run time, so that scanners of other people do not find "secrets" in this repository.
    private static readonly string Random40 = string.Concat("k9Xw2Qp7", "Lm4Zt8Rv", "Bn3Hy6Jd", "Fs5Gc1Ua", "Te0Ow7Ix");

    public static TheoryData<string, string> Shapes() => new()
    {
        { "Anthropic key", "sk-" + "ant-api03-" + Random40 },
        { "OpenAI key", "sk-" + "proj-" + Random40 },
        { "OpenAI key", "sk-" + Random40 },
        { "GitHub token", "gh" + "p_" + Random40[..36] },
        { "GitHub token", "github_" + "pat_" + Random40 + Random40 },
        { "GitLab token", "gl" + "pat-" + Random40[..20] },
        { "AWS key id", "AKI" + "A" + "QWERTYUIOPASDFGH"[..16] },
        { "Google key", "AI" + "za" + Random40[..35] },
        { "Slack token", "xo" + "xb-" + "123456789012-" + Random40[..24] },
        { "Stripe key", "sk_" + "live_" + Random40[..24] },
        { "npm token", "np" + "m_" + Random40[..36] },
        { "Hugging Face token", "h" + "f_" + Random40[..34] },
        { "JWT", "ey" + "J" + Random40[..20] + ".ey" + "J" + Random40[..30] + "." + Random40 },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_credential_of_a_known_shape_is_taken_out(string kind, string secret) =>
        Assert.Equal($"use [redacted: {kind}] here", Redactor.ShapesOnly.Redact($"use {secret} here"));

    [Fact]
    public void A_text_without_the_signs_of_a_shape_would_not_have_matched_it()
    {
        string[] frames =
        [
            .. Shapes().Select(row => row.Data.Item2), "aws_secret_access_key=" + Random40, "https://hooks." + "slack.com/services/T0/" + Random40, "whsec" + "_" + Random40[..20],
            "S" + "G." + Random40[..20] + "." + Random40[..24], "py" + "pi-" + Random40 + Random40 + Random40, "oy" + "2" + Random40.ToLowerInvariant() + "abc", "123456789:A" + "A" + Random40[..33],
            "dop" + "_v1_" + string.Concat(Enumerable.Repeat("0a1b2c3d", 8)), "AGE-SECRET-" + "KEY-1" + string.Concat(Enumerable.Repeat("QWERTY", 10)), "AccountKey=" + Random40, "ya" + "29." + Random40,
            "Authorization: token " + Random40, "Bearer " + Random40, "X-Api-Key: " + Random40, "git://a:" + Random40 + "@b", ";pwd=" + Random40, "passwd := '" + Random40 + "'", "to\u212Aen: \"" + Random40 + "\"",
            "export MY_ACCESS_KEY=" + Random40, "-----BEGIN EC " + "PRIVATE KEY-----\n" + Random40 + "\n-----END EC " + "PRIVATE KEY-----", "a word", "key", "\n", ": ",
        ];
        var seen = new HashSet<string>();

        Gen.Select(Gen.Int[0, frames.Length - 1].Select(at => frames[at]).Array[1, 4], Gen.Int[0, 2]).Sample(
            (parts, letters) =>
            {
                var text = string.Join(' ', parts);
                text = letters == 0 ? text : letters == 1 ? text.ToUpperInvariant() : text.ToLowerInvariant();
                foreach (var shape in SecretShapes.All)
                {
                    var count = shape.Pattern.Count(text);
                    Assert.Equal(count, shape.Find(text).Count());
                    lock (seen)
                        _ = count > 0 && seen.Add(shape.Kind + shape.IsGuess);
                }
            },
            iter: 20_000);

        Assert.Equal(SecretShapes.All.Select(shape => shape.Kind + shape.IsGuess).Distinct().Count(), seen.Count);
    }

    [Fact]
    public void Frames_stay_and_values_go()
    {
        var value = Random40[..24];
        string Clean(string text) => Redactor.ShapesOnly.Redact(text);

        Assert.Equal("Authorization: Bearer [redacted: authorization]", Clean($"Authorization: Bearer {value}"));
        Assert.Equal("\"authorization\": \"Basic [redacted: authorization]\"", Clean($"\"authorization\": \"Basic {value}\""));
        Assert.Equal("https://bob:[redacted: password in a URL]@host/x", Clean($"https://bob:{value}@host/x"));
        Assert.Equal("Server=a;Password=[redacted: connection string];", Clean($"Server=a;Password={value};"));
        Assert.Equal("{\"api_key\": \"[redacted: assigned secret]\"}", Clean($"{{\"api_key\": \"{value}\"}}"));
        Assert.Equal("a\nDB_PASSWORD=[redacted: environment secret]\nb", Clean($"a\nDB_PASSWORD={value}\nb"));
        Assert.Equal("AccountKey=[redacted: Azure storage key];x", Clean($"AccountKey={Random40}{Random40}==;x"));
    }

    [Fact]
    public void A_private_key_goes_whole_also_when_its_end_is_cut_off()
    {
        var body = string.Join('\n', Enumerable.Repeat(Random40, 10));
        var head = "-----BEGIN RSA " + "PRIVATE KEY-----";
        var tail = "-----END RSA " + "PRIVATE KEY-----";

        Assert.Equal("a [redacted: private key] b", Redactor.ShapesOnly.Redact($"a {head}\n{body}\n{tail} b"));
        Assert.Equal("a [redacted: private key]", Redactor.ShapesOnly.Redact($"a {head}\n{body}"));
        Assert.Equal($"mention of {head}.", Redactor.ShapesOnly.Redact($"mention of {head}."));
    }

    [Fact]
    public void A_known_value_goes_in_every_form_it_travels_in()
    {
        const string Value = "p\"ä/ß+w&rd 7%<x>";
        var redactor = new Redactor([Value]);
        string[] forms =
        [
            Value,
            Uri.EscapeDataString(Value),
            WebUtility.UrlEncode(Value),
            WebUtility.HtmlEncode(Value),
            JsonSerializer.Serialize(Value)[1..^1],
            Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Value)),
        ];

        Assert.All(forms, form => Assert.Equal("x [redacted: known secret] y", redactor.Redact($"x {form} y")));
        for (var offset = 0; offset < 6; offset++)
        {
            var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(new string('u', offset) + Value + "tail"));
            Assert.Contains("[redacted: known secret]", redactor.Redact(coded), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Overlapping_secrets_leave_no_remains()
    {
        var redactor = new Redactor(["abcdefgh", "efghijkl", "abcdefghij"]);

        Assert.Equal("<[redacted: known secret]>", redactor.Redact("<abcdefghijkl>"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain words, a sha256:0123456789abcdef and a path /usr/bin")]
    [InlineData("the token is sent in the Authorization header")]
    [InlineData("class sk-spinner and sk-chasing-dot-before-animation")]
    public void Ordinary_text_is_left_alone(string text) => Assert.Same(text, new Redactor(["abc", " ", ""]).Redact(text));

    [Fact]
    public void A_stream_says_what_the_whole_text_would_say()
    {
        var secret = Random40[..30];
        var key = "sk-" + "ant-api03-" + Random40;
        var redactor = new Redactor([secret]);
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => $"line {i} says {secret} and {key} and more words\n"));
        var whole = redactor.Redact(text);

        Gen.Int[1, 200].Array[1, 400].Sample(sizes =>
        {
            var stream = redactor.OpenStream();
            var shown = new StringBuilder();
            var at = 0;
            for (var i = 0; at < text.Length; i++)
            {
                var size = Math.Min(sizes[i % sizes.Length], text.Length - at);
                shown.Append(stream.Append(text.Substring(at, size)));
                Assert.DoesNotContain(secret[..8], shown.ToString(), StringComparison.Ordinal);
                at += size;
            }

            return shown.Append(stream.Finish()).ToString() == whole;
        }, iter: 10, threads: 1);
    }

    [Fact]
    public void A_hostile_text_costs_little()
    {
        var clock = TimeProvider.System;
        var start = clock.GetTimestamp();
        string[] hostile =
        [
            new string('a', 300_000), string.Concat(Enumerable.Repeat("-----BEGIN PRIVATE KEY-----", 200)),
            string.Concat(Enumerable.Repeat("eyJaaaaaaaaaa.", 20_000)), string.Concat(Enumerable.Repeat("a://", 50_000)),
            string.Concat(Enumerable.Repeat("password=", 30_000)), new string('A', 200_000) + "=",
        ];

        Assert.All(hostile, text => Redactor.ShapesOnly.Redact(text));
        Assert.True(clock.GetElapsedTime(start) < TimeSpan.FromSeconds(20));
    }
}
