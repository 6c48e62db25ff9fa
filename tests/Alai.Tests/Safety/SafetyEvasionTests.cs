using System.Text;
using Alai.Safety;
using Alai.Tasks;
using CsCheck;

namespace Alai.Tests.Safety;

public sealed class SafetyEvasionTests
{
    private static readonly string[] RailWords =
        ["CEO", "BankID", "Vipps", "Finanstilsynet", "[DECISION]", "[TENDER]", "daglig leder", "deploy to production"];

    // Zero width, joiners, bidi controls, marks, tags, variation selectors, soft hyphen, control characters.
    private static readonly string[] Invisible =
    [
        "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u202A", "\u202E", "\u2066", "\u2069", "\u061C",
        "\u0300", "\u0308", "\u0332", "\u20DD", "\uFE0F", "\u034F", "\u180E", "\u3164", "\u0001", "\u0007", "\u001B",
        "\U000E0041", "\U000E0100",
    ];

    private static readonly Gen<string> Evaded =
        from word in Gen.Int[0, RailWords.Length - 1].Select(i => RailWords[i])
        from changes in Gen.Int[0, 1 << 20].Array[word.Length]
        select string.Concat(word.Select((letter, i) => Change(letter, changes[i])));

    [Fact]
    public void No_hidden_character_case_or_width_evades_the_rail() => Evaded.Sample(
        text => SafetyRules.Shipped.Judge(new TaskText($"please handle {text} today", "", [])).Holds, iter: 20_000);

    [Fact]
    public void A_rail_word_is_found_wherever_it_stands() => Gen.Select(Gen.Int[0, RailWords.Length - 1].Select(i => RailWords[i]), Gen.String, Gen.String).Sample(
        (word, before, after) => SafetyRules.Shipped.Judge(new TaskText("t", $"{before}\n\n{word}\n\n{after}", [])).Holds, iter: 5_000);

    [Fact]
    public void Any_text_at_all_gets_a_ruling() => Gen.Select(Gen.String, Gen.String, Gen.String.Array[0, 3]).Sample(
        (title, body, labels) => SafetyRules.Shipped.Judge(new TaskText(title, body, labels)) is not null, iter: 5_000);

    [Fact]
    public void Judging_twice_gives_the_same_ruling() => Evaded.Sample(
        text => SafetyRules.Shipped.Judge(new TaskText(text, "", [])) == SafetyRules.Shipped.Judge(new TaskText(text, "", [])), iter: 500);

    private static string Change(char letter, int chance)
    {
        var text = new StringBuilder();
        if ((chance & 1) == 1)
            letter = char.ToLowerInvariant(letter);
        if ((chance & 2) == 2)
            letter = char.ToUpperInvariant(letter);
        // Full width, for the letters and brackets that have it.
        if ((chance & 4) == 4 && letter is > ' ' and < '\u007F')
            letter = (char)(letter + 0xFEE0);
        text.Append(letter);
        if ((chance & 8) == 8)
            text.Append(Invisible[(chance >> 4) % Invisible.Length]);
        return text.ToString();
    }
}
