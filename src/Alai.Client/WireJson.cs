using System.Text.Json.Serialization;
using Alai.Client.Requests;
using Alai.Client.Views;

namespace Alai.Client;

/// <summary>The wire: snake_case JSON, written and read by generated code, the same on both sides.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]
[JsonSerializable(typeof(TaskView))]
[JsonSerializable(typeof(TaskListView))]
[JsonSerializable(typeof(TaskPageView))]
[JsonSerializable(typeof(WhyView))]
[JsonSerializable(typeof(EventView))]
[JsonSerializable(typeof(HistoryView))]
[JsonSerializable(typeof(InboxView))]
[JsonSerializable(typeof(InboxEntryView))]
[JsonSerializable(typeof(ChangeView))]
[JsonSerializable(typeof(FiledView))]
[JsonSerializable(typeof(StatsView))]
[JsonSerializable(typeof(StatusView))]
[JsonSerializable(typeof(HaltView))]
[JsonSerializable(typeof(DoctorView))]
[JsonSerializable(typeof(ProductView))]
[JsonSerializable(typeof(ProductListView))]
[JsonSerializable(typeof(CompanyView))]
[JsonSerializable(typeof(CompanyListView))]
[JsonSerializable(typeof(LogView))]
[JsonSerializable(typeof(SaidView))]
[JsonSerializable(typeof(StepListView))]
[JsonSerializable(typeof(DiffView))]
[JsonSerializable(typeof(FleetView))]
[JsonSerializable(typeof(FleetWhyView))]
[JsonSerializable(typeof(ReadinessView))]
[JsonSerializable(typeof(RunEndView))]
[JsonSerializable(typeof(PrepareRun))]
[JsonSerializable(typeof(FileTask))]
[JsonSerializable(typeof(EditFields))]
[JsonSerializable(typeof(VerbWords))]
[JsonSerializable(typeof(HaltWords))]
[JsonSerializable(typeof(AddProduct))]
[JsonSerializable(typeof(DemoNewsView))]
[JsonSerializable(typeof(DemoResultView))]
[JsonSerializable(typeof(Problem))]
public sealed partial class WireJson : JsonSerializerContext;
