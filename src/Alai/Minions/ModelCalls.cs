using Alai.Fleet;
using Alai.Tasks;

namespace Alai.Minions;

/// <summary>The model of one run: asks it, goes to another host when one fails, and counts.</summary>
internal sealed class ModelCalls
{
    private readonly IReadOnlyDictionary<EngineKind, IChatEngine> _engines;
    private readonly FleetMonitor _fleet;
    private readonly HostPicker _picker;
    private readonly WorkOrder _order;
    private readonly IRunLog _log;
    private FleetHost _host;

    public ModelCalls(ModelDoor door, WorkOrder order, IRunLog log)
    {
        (_engines, _fleet, _picker) = (door.Engines, door.Fleet, door.Picker);
        (_order, _log) = (order, log);
        _host = order.Host ?? throw new FactoryException("A run with a model needs a host.", "Pick one before the run starts.");
        Profile = ModelProfile.For(order.Route.Model);
        var served = Served();
        Window = WindowOf(_fleet.Current, _host, order.Route.Model);
        Figures = new RunFigures
        {
            Model = order.Route.Model,
            ModelDigest = served?.Digest ?? "",
            Host = _host.Name,
            PromptHash = order.Prompt.Hash(),
            Sandbox = order.SandboxLevel,
        };
    }

    /// <summary>The one window every call of a model on a host asks for: another one would make the server load it again.</summary>
    public static int WindowOf(FleetSnapshot fleet, FleetHost host, string model)
    {
        var profile = ModelProfile.For(model);
        return fleet.Find(host.Name)?.Find(model) is { ContextLength: > 0 } known ? Math.Min(profile.NumCtx, known.ContextLength) : profile.NumCtx;
    }

    public ModelProfile Profile { get; }

    /// <summary>The fixed window of this model.</summary>
    public int Window { get; }

    /// <summary>Tokens that the messages may have: the window without the answer and a tenth.</summary>
    public int Budget => (int)((Window * 0.9) - Math.Min(Profile.MaxOutput, Window / 4.0));

    public RunFigures Figures { get; private set; }

    public void CountTool() => Figures = Figures with { ToolCalls = Figures.ToolCalls + 1 };

    /// <summary>A request of this run's model with its profile's settings.</summary>
    public ChatRequest Request(IReadOnlyList<ChatMessage> messages, IReadOnlyList<ToolOffer> tools) => new()
    {
        Model = _order.Route.Model,
        Messages = messages,
        Tools = tools,
        NumCtx = Window,
        Think = Served()?.Capabilities.Contains("thinking") == false ? null : Profile.Think,
        Temperature = Profile.Temperature,
        MaxOutput = Math.Min(Profile.MaxOutput, Window / 4),
        Pace = _order.Limits.Pace,
    };

    /// <summary>Asks; a host that fails is left for another that serves the model, once each.</summary>
    public async Task<ChatAnswer> AskAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var failed = new List<string>();
        while (true)
        {
            var answer = await _engines[_host.Engine].ChatAsync(_host, request, cancellationToken);
            Count(answer);
            if (!answer.IsTransient)
                return answer;
            failed.Add(_host.Name);
            if (answer.Kind == ChatAnswerKind.Unavailable)
                _fleet.MarkDown(_host.Name, answer.Why);
            if (_picker.Elsewhere(_fleet.Current, request.Model, failed, localOnly: true) is not { } other)
                return answer;
            _log.Step(new RunStep("warning", $"{answer.Why}; going on at host {other.Name}"));
            _host = other;
            Figures = Figures with { Host = other.Name };
        }
    }

    private ServedModel? Served() => _fleet.Current.Find(_host.Name)?.Find(_order.Route.Model);

    private void Count(ChatAnswer answer) => Figures = Figures with
    {
        ModelCalls = Figures.ModelCalls + 1,
        TokensIn = Figures.TokensIn + (answer.Turn?.PromptTokens ?? 0),
        TokensOut = Figures.TokensOut + (answer.Turn?.OutputTokens ?? 0),
    };
}
