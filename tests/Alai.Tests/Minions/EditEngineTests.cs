using Alai.Minions.Edits;
using CsCheck;

namespace Alai.Tests.Minions;

public sealed class EditEngineTests
{
    private static readonly Gen<string> Line = Gen.String[Gen.Char["ab \t{é\""], 0, 8];

    [Fact]
    public void A_unique_passage_is_replaced_and_nothing_else_changes()
    {
        var cases = Gen.Select(Line.Array[0, 6], Line.Array[0, 6], Line.Array[1, 4].Where(lines => string.Concat(lines).Length > 0), Gen.Bool.Select(dos => dos ? "\r\n" : "\n"));
        cases.Sample((before, after, replacement, ending) =>
        {
            const string passage = "UNIQUE one\n  UNIQUE two";
            var head = string.Concat(before.Select(line => line + ending));
            var tail = string.Concat(after.Select(line => ending + line));
            var text = head + passage.Replace("\n", ending, StringComparison.Ordinal) + tail;
            var result = EditEngine.Apply(text, passage, string.Join('\n', replacement));
            return result.Text is not null && result.Text.StartsWith(head, StringComparison.Ordinal) && result.Text.EndsWith(tail, StringComparison.Ordinal)
                && result.Text[head.Length..^tail.Length] == string.Join(ending, replacement);
        }, iter: 1000);
    }

    [Fact]
    public void Two_places_are_always_refused()
    {
        Gen.Select(Line.Where(line => line.Trim().Length > 0), Line.Array[0, 4]).Sample((line, between) =>
        {
            var text = line + "\n" + string.Join('\n', between) + "\n" + line + "\n";
            return EditEngine.Apply(text, line, "NEW").Text is null;
        }, iter: 500);
    }

    [Fact]
    public void An_edit_and_its_inverse_give_the_text_back()
    {
        Gen.Select(Line.Array[0, 5], Line.Array[0, 5]).Sample((before, after) =>
        {
            var text = string.Join('\n', before) + "\nOLD LINE\n" + string.Join('\n', after);
            var there = EditEngine.Apply(text, "OLD LINE", "NEW LINE").Text;
            return there is not null && EditEngine.Apply(there, "NEW LINE", "OLD LINE").Text == text;
        }, iter: 500);
    }

    [Theory]
    [InlineData("a = 1  \nb = 2\n", "a = 1\nb = 2\n", "c\n", "c\n", "spaces")]
    [InlineData("say(\u201Chi\u201D)\n", "say(\"hi\")", "bye()", "bye()\n", "spaces")]
    [InlineData("x  =   1\n", "x = 1", "x = 2", "x = 2\n", "spaces")]
    [InlineData("class A:\n    def f():\n        pass\n", "def f():\n    pass", "def g():\n    return 1", "class A:\n    def g():\n        return 1\n", "indent")]
    [InlineData("if x:\n  y\n", "    if x:\n      y", "    if z:\n      y", "if z:\n  y\n", "indent")]
    [InlineData("a\n\nb\n", "a\nb", "c", "c\n", "blank lines")]
    [InlineData("a\r\nb\r\nc\r\n", "a\nb", "x\ny", "x\r\ny\r\nc\r\n", "spaces")]
    [InlineData("a\nb\nc\n", "b\n", "", "a\nc\n", "exact")]
    public void White_space_is_forgiven_in_order(string text, string old, string replacement, string expected, string how)
    {
        var result = EditEngine.Apply(text, old, replacement);
        Assert.Equal(expected, result.Text);
        Assert.Equal(how, result.How);
    }

    [Fact]
    public void A_miss_shows_the_nearest_lines()
    {
        var result = EditEngine.Apply("def one():\n    return 1\n\ndef two():\n    return 2\n", "def two():\n    return 3\n", "x");
        Assert.Null(result.Text);
        Assert.Contains("4: def two():", result.Problem, StringComparison.Ordinal);
        Assert.Null(EditEngine.Apply("abc", "zzz", "x").Text);
        Assert.Null(EditEngine.Apply("abc", "", "x").Text);
    }

    [Theory]
    [InlineData("// ... rest of the code unchanged", true)]
    [InlineData("# ... existing code ...", true)]
    [InlineData("// the existing code stays the same here", true)]
    [InlineData("<!-- rest of file unchanged -->", true)]
    [InlineData("...", false)]
    [InlineData("// the rest is history", false)]
    [InlineData("return [...rest, item];", false)]
    public void Code_left_out_is_seen(string line, bool elided) => Assert.Equal(elided, Elisions.Find($"a\n{line}\nb\n", "a\n") is not null);
}
