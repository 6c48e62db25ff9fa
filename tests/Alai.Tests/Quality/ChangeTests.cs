using Alai.Quality;
using CsCheck;
using QualityChange = Alai.Quality.Change;

namespace Alai.Tests.Quality;

public sealed class ChangeTests
{
    private static readonly string[] Pieces = ["diff --git a/x b/x", "diff --git \"a/\\303\\245\" \"b/\\303\\245\"", "diff --git ", "@@ -1,2 +3,4 @@", "--- a/x", "+++ b/x", "+a", "-b", " c", "\\ No newline", ""];

    [Fact]
    public void An_empty_diff_is_an_empty_change() => Assert.True(QualityChange.Parse("").IsEmpty);

    [Fact]
    public async Task It_reads_what_git_really_prints()
    {
        using var product = await new GitProduct().StartAsync(
            ("keep.txt", "one\ntwo\nthree\n"), ("gone.txt", "-- a line that looks like a header\n+++ b/x\n"), ("with space.txt", "a\n"), ("blå.txt", "x\n"));
        var before = await product.HeadAsync();
        product.Write("keep.txt", "one\n2\nthree\n++ four\n").Delete("gone.txt").Write("with space.txt", "b\n").Write("blå.txt", "y\n").Write("run.sh", "#!/bin/sh\necho hi").Write("bin.dat", "a\0b");
        File.CreateSymbolicLink(Path.Combine(product.Source, "link"), "/etc/passwd");
        var change = await product.ChangeAsync(before, await product.CommitAsync());
        Assert.Equal(["bin.dat", "blå.txt", "gone.txt", "keep.txt", "link", "run.sh", "with space.txt"], change.Files.Select(file => file.Path).Order(StringComparer.Ordinal));
        var keep = change.Files.Single(file => file.Path == "keep.txt");
        Assert.Equal([new DiffLine(2, "2"), new DiffLine(4, "++ four")], keep.Added);
        Assert.Equal([new DiffLine(2, "two")], keep.Removed);
        Assert.Equal((FileChange.Deleted, 2), (change.Files.Single(file => file.Path == "gone.txt").Change, change.Files.Single(file => file.Path == "gone.txt").Removed.Count));
        Assert.Equal(("100755", FileChange.Added, 2), change.Files.Where(file => file.Path == "run.sh").Select(file => (file.Mode, file.Change, file.Added.Count)).Single());
        Assert.Equal("120000", change.Files.Single(file => file.Path == "link").Mode);
        Assert.True(change.Files.Single(file => file.Path == "bin.dat").IsBinary);
    }

    [Fact]
    public void Any_text_is_read_without_failing() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 30].Select(lines => string.Join('\n', lines))
            .Sample(text => QualityChange.Parse(text).Files.Count >= 0);
}
