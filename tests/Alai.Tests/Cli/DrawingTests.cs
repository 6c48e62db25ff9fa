using Alai.Cli.Drawing;

namespace Alai.Tests.Cli;

public sealed class DrawingTests
{
    [Fact]
    public void Escape_and_direction_characters_become_visible()
    {
        Assert.Equal("a<U+001B>[31mb <U+202E>c <U+0007>", CleanText.Line("a\u001b[31mb\n\u202ec\t\u0007"));
        Assert.Equal("a\nb", CleanText.Block("a\r\nb"));
    }

    [Theory]
    [InlineData("abc", 3)]
    [InlineData("日本", 4)]
    [InlineData("e\u0301", 1)]
    [InlineData("🍱", 2)]
    public void A_text_is_as_wide_as_a_terminal_draws_it(string text, int width) => Assert.Equal(width, DisplayWidth.Of(text));

    [Theory]
    [InlineData("abcdef", 4, "abc…")]
    [InlineData("日本語", 4, "日…")]
    [InlineData("abc", 3, "abc")]
    public void A_cut_text_fits(string text, int width, string expected) => Assert.Equal(expected, DisplayWidth.Cut(text, width));

    [Fact]
    public void Long_lines_break_at_words_with_a_hanging_indent() =>
        Assert.Equal(["- one two", "  three"], Wrapping.Lines("- one two three", 10));

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(80)]
    public void No_line_of_a_table_is_wider_than_the_terminal(int width)
    {
        using var to = new StringWriter { NewLine = "\n" };
        var table = new Table(new Column("#", Right: true), new Column("STATE"), new Column("TITLE", Stretches: true), new Column("PRODUCT", Worth: 1));
        table.Add("7", "held: safety_rule", "Ask the bank whether the new account may be opened before the audit", "bento");
        table.Write(new Paper(to, width, colour: false));

        var lines = to.ToString().Split('\n');
        Assert.All(lines, line => Assert.True(width == 0 || DisplayWidth.Of(line) <= width, line));
        Assert.All(lines, line => Assert.Equal(line.TrimEnd(), line));
        Assert.Equal(width != 40, lines[0].Contains("PRODUCT", StringComparison.Ordinal));
        Assert.Equal(width == 0, lines[1].Contains("before the audit", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("→ alai inbox", "/srv/a", "→ alai --home /srv/a inbox")]
    [InlineData("look: alai task diff 1; then alai inbox approve 1, or 'alai up'", "a", "look: alai --home a task diff 1; then alai --home a inbox approve 1, or 'alai --home a up'")]
    [InlineData("Use `alai status`, or choose another with --home.", "my \"own\" home", "Use `alai --home \"my \\\"own\\\" home\" status`, or choose another with --home.")]
    [InlineData("alai logs --home /demo", "/srv/a", "alai logs --home /demo")]
    [InlineData("ALAI is here, the pool.alai file and bin/alai up too", "/srv/a", "ALAI is here, the pool.alai file and bin/alai up too")]
    [InlineData("→ alai inbox", null, "→ alai inbox")]
    public void Advised_commands_name_the_home_that_was_named(string text, string? home, string expected) =>
        Assert.Equal(expected, new Advice(home).Of(text));

    [Fact]
    public void Colours_appear_only_when_there_are_colours()
    {
        Assert.Equal("x", new Paper(TextWriter.Null, 80, colour: false).Inked("x", Ink.Red));
        Assert.Equal("\e[31mx\e[0m", new Paper(TextWriter.Null, 80, colour: true).Inked("x", Ink.Red));
    }

    [Fact]
    public void A_page_leaves_as_one_write_also_when_its_drawing_fails_half_way()
    {
        var to = new WriteCount();
        var paper = new Paper(to, 80, colour: false);

        paper.Page(() =>
        {
            paper.Raw("one");
            paper.Text("two");
            Assert.Empty(to.Writes);
        });
        Assert.Throws<IOException>(() => paper.Page(() =>
        {
            paper.Raw("three");
            throw new IOException("gone");
        }));
        paper.Raw("four");

        Assert.Equal(["one\ntwo\n", "three\n", "four\n"], to.Writes);
    }

    /// <summary>Keeps what is written, each call by itself.</summary>
    private sealed class WriteCount : StringWriter
    {
        public WriteCount() => NewLine = "\n";

        public List<string> Writes { get; } = [];

        public override void Write(string? value) => Writes.Add(value ?? "");

        public override void WriteLine(string? value) => Writes.Add(value + NewLine);
    }
}
