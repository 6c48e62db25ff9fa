namespace Alai.EndToEnd;

/// <summary>Bad input gets a clear error through the real programs.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task Bad_words_and_numbers_are_refused_clearly()
    {
        await using var factory = TheFactory.New();

        Assert.Contains("Did you mean 'alai task'", (await factory.AlaiAsync("taks")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("no task number", (await factory.AlaiAsync("task", "show", "twelve")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("#77", (await factory.AlaiAsync("task", "show", "77")).Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("expected", (await factory.AlaiAsync("task", "add", "   ")).Expect(2).Error, StringComparison.Ordinal);
        Assert.Contains("nonesuch", (await factory.AlaiAsync("task", "add", "x", "--product", "nonesuch")).Expect(2).Error, StringComparison.Ordinal);
        (await factory.AlaiAsync("task", "add", "x", "--after", "99")).Expect(2);
        (await factory.AlaiAsync("company", "show", "nonesuch")).Expect(1);
        (await factory.AlaiAsync("product", "add", Path.Combine(factory.Folder, "nowhere"))).Expect(2);
    }

    [Fact]
    public async Task Control_and_direction_characters_in_a_title_do_no_harm()
    {
        await using var factory = TheFactory.New();

        var filed = await factory.AlaiAsync("task", "add", "Mend\u001b[2J the \u202efooter");

        Assert.DoesNotContain('\u001b', filed.Out + filed.Error);
        Assert.DoesNotContain('\u202e', filed.Out + filed.Error);
        var list = (await factory.AlaiAsync("task", "list")).Expect(0);
        Assert.DoesNotContain('\u001b', list.Out);
    }

    [Fact]
    public async Task A_body_of_a_megabyte_is_kept_and_a_larger_one_is_refused()
    {
        await using var factory = TheFactory.New();
        var file = Path.Combine(factory.Folder, "task.md");
        var body = string.Concat(Enumerable.Repeat("All work and no play makes Jack a dull boy. ", 23_000));
        Assert.InRange(body.Length, 1_000_000, 1_048_576);

        await File.WriteAllTextAsync(file, $"---\ntitle: A long one\n---\n{body}");
        (await factory.AlaiAsync("task", "add", "-f", file)).Expect(0);
        var shown = (await factory.AlaiAsync("task", "show", "1", "--json")).Expect(0).Json;
        Assert.Equal(body.Trim().Length, shown.GetProperty("task").GetProperty("body").GetString()!.Trim().Length);

        await File.WriteAllTextAsync(file, $"---\ntitle: Too long\n---\n{body}{body}");
        (await factory.AlaiAsync("task", "add", "-f", file)).Expect(2);
        await File.WriteAllTextAsync(file, $"---\ntitle: Far too long\n---\n{string.Concat(Enumerable.Repeat(body, 5))}");
        (await factory.AlaiAsync("task", "add", "-f", file)).Expect(2);
    }

    [Fact]
    public async Task Many_tasks_come_from_standard_input()
    {
        await using var factory = TheFactory.New();

        (await factory.AlaiWithInputAsync("Fix the footer\nAdd a menu\n", "task", "add", "-f", "-")).Expect(0);

        var list = (await factory.AlaiAsync("task", "list", "--json")).Expect(0).Json.GetProperty("tasks");
        Assert.Equal(2, list.GetArrayLength());
    }
}
