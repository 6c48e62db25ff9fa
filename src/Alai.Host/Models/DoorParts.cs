using Alai.Minions;
using Alai.Orchestration;
using Alai.Tasks;

namespace Alai.Host.Models;

/// <summary>What one door is made of.</summary>
internal sealed record DoorParts(FactoryParts Factory, PaidTerms Terms, WorkOrder Order, IRunLog Log, HttpClient Http)
{
    public TaskId Root => Order.Cleared.Task.Lineage.Root;
}
