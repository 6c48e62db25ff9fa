using Alai.Cli.Reaching;
using Alai.Client;

namespace Alai.Cli.Completion;

/// <summary>Words only a running daemon knows: task numbers, products, companies. Quick, and silent when there is none.</summary>
internal static class FactoryWords
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    /// <summary>What belongs at a place of this kind, or nothing.</summary>
    public static async Task<IReadOnlyList<Candidate>> AskAsync(CliContext context, string kind, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var link = await new DaemonDoor(context).FindAsync(patience.Token);
            return link?.Client is { } client ? await OfAsync(client, kind, patience.Token) : [];
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or OperationCanceledException or System.Text.Json.JsonException)
        {
            // A shell that waits for a key must not read about our troubles.
            return [];
        }
    }

    private static async Task<IReadOnlyList<Candidate>> OfAsync(FactoryClient client, string kind, CancellationToken cancellationToken) => kind switch
    {
        "product" => [.. (await client.Catalogues.ProductsAsync(cancellationToken)).Value?.Products.Select(product => new Candidate(product.Name)) ?? []],
        "company" => [.. (await client.Catalogues.CompaniesAsync(cancellationToken)).Value?.Companies.Select(company => new Candidate(company.Name)) ?? []],
        _ => [.. (await client.Tasks.ListAsync(new TaskQuery { Limit = 100 }, cancellationToken)).Value?.Tasks.Select(task => new Candidate($"{task.Id}", $"{task.State}: {task.Title}")) ?? []],
    };
}
