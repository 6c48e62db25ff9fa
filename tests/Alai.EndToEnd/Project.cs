namespace Alai.EndToEnd;

/// <summary>A person's own small project: a shell program with a test, under git.</summary>
public sealed class Project
{
    /// <summary>What the program prints once the change is made.</summary>
    public const string Polite = "#!/bin/sh\necho \"hello, ${1:-world}\"\n";

    /// <summary>A test for it.</summary>
    public const string PoliteTest = "#!/bin/sh\n[ \"$(sh greet.sh anna)\" = \"hello, anna\" ] || exit 1\n";

    private readonly TheFactory factory;

    private Project(TheFactory factory, string folder) => (this.factory, Folder) = (factory, folder);

    /// <summary>Its checkout.</summary>
    public string Folder { get; }

    /// <summary>Makes one with one commit and a test that passes.</summary>
    public static async Task<Project> NewAsync(TheFactory factory, string name = "greeter")
    {
        var project = new Project(factory, Path.Combine(factory.Folder, name));
        project.Write("greet.sh", "#!/bin/sh\necho hello\n");
        project.Write("test.sh", "#!/bin/sh\nfor t in tests/*.sh; do sh \"$t\" || exit 1; done\necho all tests passed\n");
        project.Write("tests/test_plain.sh", "#!/bin/sh\ncase \"$(sh greet.sh)\" in hello*) ;; *) exit 1;; esac\n");
        await project.GitAsync("init", "-q", "-b", "main");
        await project.CommitAsync("Say hello");
        return project;
    }

    /// <summary>Makes one of these files with one commit.</summary>
    public static async Task<Project> OfAsync(TheFactory factory, IEnumerable<(string Path, string Text)> files)
    {
        var project = new Project(factory, Path.Combine(factory.Folder, "project"));
        foreach (var (path, text) in files)
            project.Write(path, text);
        await project.GitAsync("init", "-q", "-b", "main");
        await project.CommitAsync("Begin");
        return project;
    }

    /// <summary>Writes a file.</summary>
    public void Write(string path, string content)
    {
        var file = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    /// <summary>Commits everything.</summary>
    public async Task CommitAsync(string message)
    {
        await GitAsync("add", "-A");
        await GitAsync("-c", "user.name=Anna", "-c", "user.email=anna@example.com", "commit", "-q", "-m", message);
    }

    /// <summary>Runs git and gives what it said.</summary>
    public async Task<string> GitAsync(params string[] args) =>
        (await factory.RunAsync("git", ["-C", Folder, .. args], "")).Expect(0).Out.TrimEnd('\n');
}
