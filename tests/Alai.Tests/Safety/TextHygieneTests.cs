using Alai.Safety;
using Alai.Tasks;

namespace Alai.Tests.Safety;

public sealed class TextHygieneTests
{
    [Theory]
    [InlineData("Add a menu", "Add a menu")]
    [InlineData("  Add \t a   menu ", "Add a menu")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("👩‍💻 writes", "👩‍💻 writes")]
    [InlineData("日本語", "日本語")]
    public void A_good_title_is_kept(string given, string kept) => Assert.Equal(kept, TextHygiene.Title(given).Text);

    [Theory]
    [InlineData(null, "empty")]
    [InlineData("", "empty")]
    [InlineData("   \t ", "empty")]
    [InlineData("\u200B\u200D\uFEFF", "invisible")]
    [InlineData("\u3164\u2800", "invisible")]
    [InlineData("two\nlines", "line break")]
    [InlineData("two\u2028lines", "line break")]
    [InlineData("a\u0000b", "U+0000")]
    [InlineData("a\u001b[31mred", "terminal control")]
    [InlineData("abc \u202E txt.exe", "text direction")]
    [InlineData("abc \u2066 x", "text direction")]
    [InlineData("abc \U000E0041", "invisible or unassigned")]
    public void A_bad_title_is_refused_with_the_reason(string? title, string reason)
    {
        var check = TextHygiene.Title(title);

        Assert.Null(check.Text);
        Assert.Contains(reason, check.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_refused() =>
        Assert.Contains("half a character", TextHygiene.Title("a" + (char)0xD800 + "b").Problem, StringComparison.Ordinal);

    [Fact]
    public void A_title_has_at_most_200_characters_as_people_count()
    {
        Assert.NotNull(TextHygiene.Title(new string('x', 200)).Text);
        Assert.Contains("found 201", TextHygiene.Title(new string('x', 201)).Problem, StringComparison.Ordinal);
        Assert.NotNull(TextHygiene.Title(string.Concat(Enumerable.Repeat("é", 200))).Text);
        Assert.NotNull(TextHygiene.Title("x" + new string('\u0301', 5000)).Problem);
        Assert.NotNull(TextHygiene.Title(new string('x', 3_000_000)).Problem);
    }

    [Fact]
    public void A_body_of_a_mebibyte_is_kept_and_one_byte_more_is_refused()
    {
        Assert.NotNull(TextHygiene.Body(new string('x', TextHygiene.LargestBody)).Text);
        Assert.NotNull(TextHygiene.Body(new string('x', TextHygiene.LargestBody + 1)).Problem);
        Assert.NotNull(TextHygiene.Body(new string('é', (TextHygiene.LargestBody / 2) + 1)).Problem);
    }

    [Fact]
    public void A_body_keeps_lines_and_refuses_what_hides()
    {
        Assert.Equal("a\nb\tc\n", TextHygiene.Body("a\r\nb\tc\r\n").Text);
        Assert.Equal("", TextHygiene.Body(null).Text);
        Assert.Contains("terminal control", TextHygiene.Body("x\u001b[2J").Problem, StringComparison.Ordinal);
        Assert.Contains("text direction", TextHygiene.Body("if (\u202E) x").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lowest_label_bounds_a_run()
    {
        var bound = TrustBound.Of([TrustLabel.Operator, TrustLabel.Filer]);
        Assert.False(bound.ReadsUntrusted);
        Assert.Null(bound.Refuse(holdsPrivateData: true, actsOutside: true));

        bound = bound.After(TrustLabel.Web).After(TrustLabel.Operator);
        Assert.Equal(TrustLabel.Web, bound.Lowest);
        Assert.Equal(TrustLabel.Web, bound.LabelOfChild(TrustLabel.Filer));
        Assert.Contains("web text", bound.Refuse(true, true), StringComparison.Ordinal);
        Assert.Null(bound.Refuse(true, false));
        Assert.Null(bound.Refuse(false, true));
        Assert.Equal(TrustLabel.Filer, TrustBound.Of([]).Lowest);
    }
}
