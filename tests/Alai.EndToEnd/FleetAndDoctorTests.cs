namespace Alai.EndToEnd;

/// <summary>Hosts, tiers and checks through the real programs.</summary>
public sealed class FleetAndDoctorTests
{
    private static readonly string Idle = Scripts.Agent(Scripts.Finish("nothing"));

    [Fact]
    public async Task The_fleet_is_shown_probed_and_explained()
    {
        await using var factory = TheFactory.New();
        await using var models = await ScriptedModels.StartAsync(factory, Idle);

        var status = (await factory.AlaiAsync("fleet", "status")).Expect(0).Out;
        Assert.Contains(models.Url, status, StringComparison.Ordinal);
        Assert.Contains("scripted:8b", status, StringComparison.Ordinal);
        Assert.True((await factory.AlaiAsync("fleet", "probe", "--json")).Expect(0).Json.GetProperty("can_work").GetBoolean());
        Assert.Contains("serves the model", (await factory.AlaiAsync("fleet", "why", "scripted:8b")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("ollama pull nonesuch", (await factory.AlaiAsync("fleet", "why", "nonesuch")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("tier 1", (await factory.AlaiAsync("fleet", "why")).Expect(0).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_host_is_named_with_the_fix()
    {
        await using var factory = TheFactory.New();

        var probe = (await factory.AlaiAsync("fleet", "probe")).Expect(1).Out;

        Assert.Contains("DOWN local", probe, StringComparison.Ordinal);
        Assert.Contains("ollama serve", probe, StringComparison.Ordinal);
        var doctor = await factory.AlaiAsync("doctor");
        Assert.Contains("ollama pull ", doctor.Out, StringComparison.Ordinal);
        Assert.Contains("git version", doctor.Out, StringComparison.Ordinal);
        Assert.Contains("SQLite 3.", doctor.Out, StringComparison.Ordinal);
        Assert.Contains("ICU", doctor.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_doctor_shows_every_attempt_of_the_sandbox_test()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();

        var doctor = (await factory.AlaiAsync("doctor")).Out;

        Assert.Contains("must fail:", doctor, StringComparison.Ordinal);
        Assert.Contains("must work:", doctor, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_product_is_tried_on_its_base()
    {
        Needs.Sandbox();
        await using var factory = TheFactory.New();
        var project = await Project.NewAsync(factory);
        (await factory.AlaiAsync("product", "add", project.Folder)).Expect(0);
        var file = Path.Combine(factory.Home, "products", "greeter.yaml");
        await File.WriteAllTextAsync(file, $"repository: \"{project.Folder}\"\nverify: [\"sh test.sh\"]\n");

        var green = (await factory.AlaiAsync("product", "doctor", "greeter")).Expect(0).Out;
        Assert.Contains("the base is green", green, StringComparison.Ordinal);
        Assert.Contains("sh test.sh: exit code 0", green, StringComparison.Ordinal);

        project.Write("tests/test_red.sh", "#!/bin/sh\nexit 1\n");
        await project.CommitAsync("Break it");
        var red = (await factory.AlaiAsync("product", "doctor", "greeter")).Expect(1).Out;
        Assert.Contains("before any change", red, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Init_writes_schemas_and_offers_a_model_that_fits()
    {
        await using var factory = TheFactory.New();

        var said = (await factory.AlaiAsync("init")).Expect(0).Out;

        Assert.Contains("ollama pull ", said, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(factory.Home, "schemas", "alai.schema.json")));
        await using var models = await ScriptedModels.StartAsync(factory, Idle);
        Assert.Contains(models.Url, (await factory.AlaiAsync("fleet", "status")).Expect(0).Out, StringComparison.Ordinal);
        Assert.Contains("schemas/alai.schema.json", await File.ReadAllTextAsync(Path.Combine(factory.Home, "alai.yaml")), StringComparison.Ordinal);
    }
}
