using Alai.Orchestration;
using Alai.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace Alai.Tests.Orchestration;

/// <summary>A home with a factory that is opened and closed, and whose disk is as full as a test says.</summary>
internal sealed class CareHome : IAsyncDisposable
{
    private Factory? factory;

    public CareHome(string settings = "")
    {
        Folder = Directory.CreateTempSubdirectory("alai-care-").FullName;
        File.WriteAllText(Path.Combine(Folder, "alai.yaml"), "fleet:\n  hosts:\n    - { name: nobody, url: \"http://127.0.0.1:9\" }\ntiers:\n  5: { executors: [human-queue] }\ntime_zone: UTC\n" + settings);
    }

    public string Folder { get; }

    public string Data => Path.Combine(Folder, "data");

    public string Backups => Path.Combine(Data, "backups");

    public FakeTimeProvider Clock { get; } = new(QuietFactory.Noon);

    public DiskSpace Disk { get; set; } = new(100L << 30, 200L << 30);

    public Func<string, Task> AtPoint { get; set; } = _ => Task.CompletedTask;

    public Factory Factory => factory ??= AlaiServices.Open(new FactoryOptions
    {
        Home = Folder,
        Random = new Random(1),
        Time = Clock,
        Disk = _ => Disk,
        AtPoint = point => AtPoint(point),
    });

    public async Task<TaskId> FileAsync(string title, Func<NewTask, NewTask>? with = null)
    {
        var task = QuietFactory.Errand(title);
        var answer = await Factory.Store.FileAsync(with?.Invoke(task) ?? task, CancellationToken.None);
        Assert.True(answer.Task is not null, answer.Refusal);
        return answer.Task.Id;
    }

    public async Task CloseAsync()
    {
        if (factory is not null)
            await factory.DisposeAsync();
        factory = null;
    }

    /// <summary>As a kill would leave it.</summary>
    public void Kill()
    {
        factory?.Abandon();
        factory = null;
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
