using Alai.Client;
using Alai.Client.Views;
using Alai.Fleet;
using Alai.Host.Wire;

namespace Alai.Host.Api;

/// <summary>The machines that serve models.</summary>
internal static class FleetReading
{
    public static async Task<Answer> Status(Call call)
    {
        await ProbeAsync(call, anew: call.Query("probe") == "true");
        return Answer.Of(FleetWire.Of(call.Factory.Parts.Fleet, call.Daemon.Home), WireJson.Default.FleetView);
    }

    public static async Task<Answer> WhyAsync(Call call)
    {
        await ProbeAsync(call, anew: true);
        var fleet = call.Factory.Parts.Fleet;
        var fixes = FleetWire.Fixes(fleet.Current, fleet.Tiers, call.Daemon.Home);
        var why = call.Query("model") is { } model
            ? OfModel(model, fleet)
            : new FleetWhyView { Usable = FleetWire.CanWork(fleet.Tiers), Facts = [.. Hosts(fleet), .. Tiers(fleet)], Fixes = [.. fixes] };
        return Answer.Of(why, WireJson.Default.FleetWhyView);
    }

    /// <summary>Probes when asked, and when nobody has yet: an operation without a daemon finds the fleet unseen.</summary>
    public static async Task ProbeAsync(Call call, bool anew)
    {
        call.Factory.Configuration.Run();
        if (anew || !call.Factory.Parts.Fleet.Current.IsProbed)
            await call.Factory.Parts.Fleet.ProbeAsync(call.Stop);
    }

    private static FleetWhyView OfModel(string model, FleetMonitor fleet)
    {
        var pick = new HostPicker(new HostSlots()).Pick(fleet.Current, model, [], localOnly: false);
        using var lease = pick.Lease;
        var tiers = fleet.Tiers.Tiers.Where(tier => tier.Served?.Answers(model) == true || tier.Setting.Model == model).ToList();
        List<string> facts = [pick.Reason];
        facts.AddRange(tiers.Select(tier => $"tier {tier.Setting.Tier} uses it" + (tier.Works ? "" : $", but {tier.Problem}")));
        if (tiers.Count == 0)
            facts.Add(fleet.Tiers.Derived ? "no derived tier uses it: the smallest, a middle and the largest model served are used; name it under 'tiers' to use it" : "no configured tier names it");
        return new FleetWhyView
        {
            Model = model,
            Usable = pick.Lease is not null && tiers.Exists(tier => tier.Works),
            Facts = [.. facts, .. Hosts(fleet)],
            Fixes = pick.Lease is null ? [$"ollama pull {model}"] : [],
        };
    }

    private static IEnumerable<string> Hosts(FleetMonitor fleet) => fleet.Current.Hosts.Select(host => host.Up
        ? $"host {host.Host.Name} ({host.Host.Url.ToString().TrimEnd('/')}) is up and serves {(host.Models.Count == 0 ? "no model" : string.Join(", ", host.Models.Select(model => model.Name)))}"
        : $"host {host.Host.Name} ({host.Host.Url.ToString().TrimEnd('/')}) is down: {host.Reason}");

    private static IEnumerable<string> Tiers(FleetMonitor fleet) => fleet.Tiers.Tiers.Select(tier => tier.Works
        ? $"tier {tier.Setting.Tier}: {(tier.Setting.Model.Length > 0 ? tier.Setting.Model : "a person")}" + (tier.Hosts.Count > 0 ? $" on {string.Join(", ", tier.Hosts)}" : "")
        : $"tier {tier.Setting.Tier}: {tier.Problem}");
}
