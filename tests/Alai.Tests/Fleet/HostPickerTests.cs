using Alai.Fleet;

namespace Alai.Tests.Fleet;

public sealed class HostPickerTests
{
    private static readonly ServedModel Model = new() { Name = "qwen3:8b", Digest = "d" };

    [Fact]
    public void The_host_with_the_model_in_memory_is_preferred_and_capacity_is_kept()
    {
        var slots = new HostSlots();
        var picker = new HostPicker(slots);
        var fleet = Fleet(State("a", 1), State("b", 1) with { Loaded = [new LoadedModel("qwen3:8b", "d", 1, 1, 0)] });
        using var first = picker.Pick(fleet, "qwen3:8b", [], true).Lease!;
        Assert.Equal("b", first.Host.Name);
        var second = picker.Pick(fleet, "qwen3:8b", [], true).Lease!;
        Assert.Equal("a", second.Host.Name);
        var full = picker.Pick(fleet, "qwen3:8b", [], true);
        Assert.Null(full.Lease);
        Assert.True(full.Full);
        second.Dispose();
        second.Dispose();
        Assert.Equal(0, slots.InFlight("a"));
        Assert.Equal("a", picker.Pick(fleet, "qwen3:8b", [], true).Lease!.Host.Name);
    }

    [Fact]
    public void Preferred_hosts_come_first_and_the_failed_one_last_resort_is_another()
    {
        var picker = new HostPicker(new HostSlots());
        var fleet = Fleet(State("a", 1), State("b", 1));
        Assert.Equal("b", picker.Pick(fleet, "qwen3:8b", ["b"], true).Lease!.Host.Name);
        Assert.Equal("a", picker.Elsewhere(fleet, "qwen3:8b", ["b"], true)!.Name);
        Assert.Null(picker.Elsewhere(fleet, "qwen3:8b", ["a", "b"], true));
    }

    [Fact]
    public void A_cloud_model_is_refused_for_local_work_with_the_reason()
    {
        var fleet = Fleet(State("a", 1) with { Models = [Model with { RemoteHost = "ollama.com" }] });
        var pick = new HostPicker(new HostSlots()).Pick(fleet, "qwen3:8b", [], localOnly: true);
        Assert.Null(pick.Lease);
        Assert.Contains("ollama.com", pick.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_tag_means_latest()
    {
        Assert.True(new ServedModel { Name = "qwen3:latest" }.Answers("qwen3"));
        Assert.False(new ServedModel { Name = "qwen3:8b" }.Answers("qwen3"));
    }

    private static FleetSnapshot Fleet(params HostState[] hosts) => new(DateTimeOffset.UnixEpoch, hosts);

    private static HostState State(string name, int maxRuns) => new()
    {
        Host = new FleetHost { Name = name, Url = new Uri("http://" + name), MaxRuns = maxRuns },
        Up = true,
        Models = [Model],
    };
}
