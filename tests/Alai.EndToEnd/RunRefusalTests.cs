namespace Alai.EndToEnd;

/// <summary>What <c>alai run</c> and its neighbours say when something is not as it must be.</summary>
public sealed class RunRefusalTests
{
    private static readonly string Idle = Scripts.Agent(Scripts.Finish("nothing"));

    [Fact]
    public async Task Without_a_model_server_the_commands_that_fix_it_are_said()
    {
        await using var factory = TheFactory.New();
        var project = await Project.NewAsync(factory);

        var ran = (await factory.AlaiAsync("run", "Greet", "--project", project.Folder)).Expect(1);

        Assert.Contains("http://127.0.0.1:9", ran.Error, StringComparison.Ordinal);
        Assert.Contains("ollama serve", ran.Error, StringComparison.Ordinal);
        Assert.Contains("ollama pull ", ran.Error, StringComparison.Ordinal);
        Assert.Contains("OLLAMA_HOST", ran.Error, StringComparison.Ordinal);
        Assert.Contains("alai.yaml", ran.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await factory.AlaiAsync("task", "list", "--json")).Json.GetProperty("tasks").GetArrayLength());
    }

    [Fact]
    public async Task A_server_without_models_needs_a_pull_only()
    {
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, "models: []\nrules: []\n");
        var project = await Project.NewAsync(factory);

        var ran = (await factory.AlaiAsync("run", "Greet", "--project", project.Folder)).Expect(1);

        Assert.Contains("serves no model", ran.Error, StringComparison.Ordinal);
        Assert.Contains("ollama pull ", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("ollama serve", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_no_repository_or_has_no_commit_is_refused_and_not_kept()
    {
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Idle);
        var plain = Directory.CreateDirectory(Path.Combine(factory.Folder, "plain")).FullName;
        var empty = Directory.CreateDirectory(Path.Combine(factory.Folder, "empty")).FullName;
        (await factory.RunAsync("git", ["init", "-q", empty], "")).Expect(0);

        Assert.Contains("git init", (await factory.AlaiAsync("run", "Greet", "--project", plain)).Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("commit", (await factory.AlaiAsync("run", "Greet", "--project", empty)).Expect(1).Error, StringComparison.Ordinal);
        Assert.Contains("nothing at", (await factory.AlaiAsync("run", "Greet", "--project", Path.Combine(factory.Folder, "nowhere"))).Expect(1).Error, StringComparison.Ordinal);
        Assert.Equal(0, (await factory.AlaiAsync("product", "list", "--json")).Json.GetProperty("products").GetArrayLength());
    }

    [Fact]
    public async Task Without_git_the_way_to_get_it_is_said()
    {
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Idle);
        var project = await Project.NewAsync(factory);
        factory.Environment["PATH"] = Path.Combine(factory.Folder, "nothing");
        factory.Environment["DOTNET_ROOT"] = Needs.DotnetRoot;

        var ran = (await factory.AlaiAsync("run", "Greet", "--project", project.Folder)).Expect(1);

        Assert.Contains("git was not found", ran.Error, StringComparison.Ordinal);
        Assert.Contains("install git", ran.Error, StringComparison.Ordinal);
        Assert.Contains("git was not found", (await factory.AlaiAsync("doctor")).Expect(1).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiers_and_words_out_of_range_are_refused()
    {
        await using var factory = TheFactory.New();

        Assert.Contains("no tier", (await factory.AlaiAsync("run", "Greet", "--tier", "9")).Expect(2).Error, StringComparison.Ordinal);
        (await factory.AlaiAsync("run")).Expect(2);
        (await factory.AlaiAsync("task", "diff", "7")).Expect(1);
        (await factory.AlaiAsync("product", "doctor", "nonesuch")).Expect(1);
        (await factory.RunAsync(TheFactory.Alaid, ["rehearsal"], "")).Expect(2);
    }
}
