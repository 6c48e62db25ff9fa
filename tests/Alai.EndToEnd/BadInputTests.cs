using System.Net.Sockets;
using System.Net;
using System.Text;
using Alai.Client;

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
    public async Task A_number_out_of_its_bounds_is_refused_and_not_bent()
    {
        await using var factory = TheFactory.New();
        string[][] all = [["events", "-n", "0"], ["logs", "-n", "-1"], ["task", "list", "-n", "501"], ["schedule", "next", "-n", "101"], ["hive", "search", "x", "-n", "101"]];

        foreach (var words in all)
            Assert.Matches($"expected a number from 1 to [0-9]+; found '{words[^1]}'", (await factory.AlaiAsync(words)).Expect(2).Error);
    }

    [Fact]
    public async Task A_home_that_was_not_there_is_told_of_and_one_of_no_name_is_refused()
    {
        await using var factory = TheFactory.New();
        var home = Path.Combine(factory.Folder, "mistyped");

        var first = (await factory.AlaiAsync("task", "list", "--home", home)).Expect(0);
        var second = (await factory.AlaiAsync("task", "list", "--home", home)).Expect(0);
        var none = (await factory.AlaiAsync("task", "list", "--home", "")).Expect(2);

        Assert.Contains($"There was nothing at {home}", first.Error, StringComparison.Ordinal);
        Assert.Equal("", second.Error);
        Assert.Contains("expected a folder; found nothing", none.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_by_a_product_nobody_knows_says_so()
    {
        await using var factory = TheFactory.New();
        await factory.FileAsync("Mend the footer");

        var listed = (await factory.AlaiAsync("task", "list", "--product", "bentoo")).Expect(0);
        var cancelled = (await factory.AlaiAsync("task", "cancel", "--product", "bentoo")).Expect(0);
        var json = (await factory.AlaiAsync("task", "list", "--product", "bentoo", "--json")).Json;

        Assert.Contains("No task matches: no product is called 'bentoo'", listed.Out, StringComparison.Ordinal);
        Assert.Contains("No task matches: no product is called 'bentoo'", cancelled.Out, StringComparison.Ordinal);
        Assert.StartsWith("no product is called 'bentoo'", json.GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Advice_names_the_home_that_was_named_and_works_as_it_stands()
    {
        await using var factory = TheFactory.New();
        var elsewhere = Path.Combine(factory.Folder, "else where");
        (await factory.AlaiAsync("task", "add", "Pay the rent", "--home", elsewhere)).Expect(0);

        var missing = (await factory.AlaiAsync("task", "show", "9", "--home", elsewhere)).Expect(1);
        var why = (await factory.AlaiAsync("task", "why", "1", "--home", elsewhere)).Expect(0);
        var asJson = (await factory.AlaiAsync("task", "why", "1", "--json", "--home", elsewhere)).Expect(0);

        Assert.Contains($"'alai --home \"{elsewhere}\" task list'", missing.Error, StringComparison.Ordinal);
        Assert.Contains($"→ start one: alai --home \"{elsewhere}\" up", why.Out, StringComparison.Ordinal);
        Assert.Contains("start one: alai up", asJson.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_a_daemon_or_a_folder_says_so_and_ends()
    {
        await using var factory = TheFactory.New();
        var id = await factory.FileAsync("Mend the footer");

        Assert.Contains("No daemon runs", (await factory.AlaiAsync("task", "log", $"{id}", "--follow")).Expect(4).Error, StringComparison.Ordinal);
        var nowhere = Path.Combine(factory.Folder, "nowhere", "x.alai");
        Assert.Contains("expected a folder that exists", (await factory.AlaiAsync("db", "export", nowhere)).Expect(1).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_of_ones_own_may_leave_out_what_has_a_default_and_is_told_what_is_wrong()
    {
        await using var factory = TheFactory.New();
        await factory.UpAsync();
        using var http = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = async (_, stop) =>
            {
                var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(HomeSocket.PathFor(factory.Home)), stop);
                return new NetworkStream(socket, ownsSocket: true);
            },
        });

        foreach (var (body, status, said) in new[]
        {
            ("""{"title":"Call the landlord","tier":5,"one_shot":true}""", HttpStatusCode.Created, "Call the landlord"),
            ("""{"title":"Call again","labels":null}""", HttpStatusCode.BadRequest, "labels"),
            ("""{"title":null}""", HttpStatusCode.BadRequest, "title"),
            ("""{"title":"Call again","labels":["home",null]}""", HttpStatusCode.BadRequest, "null stands in a list, at byte 39"),
            ("""{"title":"Call again","tier":"five"}""", HttpStatusCode.BadRequest, "tier"),
            ("{}", HttpStatusCode.BadRequest, "title"),
        })
        {
            using var answer = await http.PostAsync(new Uri("http://alai/v1/tasks"), new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(status == answer.StatusCode && text.Contains(said, StringComparison.Ordinal), $"{body}: {answer.StatusCode} {text}");
        }
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
