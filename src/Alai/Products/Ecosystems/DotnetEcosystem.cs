namespace Alai.Products.Ecosystems;

internal sealed class DotnetEcosystem : IEcosystem
{
    private static readonly string[] TestMarks =
        ["Microsoft.NET.Test.Sdk", "xunit", "NUnit", "MSTest", "TUnit", "<IsTestProject>true"];

    public string Name => "dotnet";

    public IReadOnlyList<string> TestPaths { get; } =
        ["**/tests/**", "**/test/**", "**/*.Tests/**", "**/*.Test/**", "**/*Tests.{cs,fs}", "**/*Test.{cs,fs}"];

    public IReadOnlyList<string> ProtectedPaths { get; } =
    [
        "**/*.runsettings", "**/xunit.runner.json", "**/testconfig.json", "global.json", "**/Directory.Build.{props,targets}",
        "**/nuget.config", "**/NuGet.config", "**/NuGet.Config", ".config/dotnet-tools.json",
    ];

    public IReadOnlyList<string> ManifestPaths { get; } =
    [
        "**/*.{csproj,fsproj,vbproj}", "**/packages.lock.json", "**/Directory.Packages.props", "**/Directory.Build.{props,targets}",
        "**/nuget.config", "**/NuGet.config", "**/NuGet.Config", "global.json", ".config/dotnet-tools.json",
    ];

    public EcosystemFinding? Look(ProductFolder folder)
    {
        var projects = folder.Find("**/*.{csproj,fsproj,vbproj}").ToArray();
        var entry = folder.Find("*.slnx").FirstOrDefault() ?? folder.Find("*.sln").FirstOrDefault()
            ?? folder.Find("*.{csproj,fsproj,vbproj}").FirstOrDefault();
        if (entry is null)
            return null;
        var tests = projects.Where(project => TestMarks.Any(mark => folder.Read(project).Contains(mark, StringComparison.OrdinalIgnoreCase)))
            .ToArray();
        var what = ShellWord.Quote(entry);
        return new EcosystemFinding(Name)
        {
            Setup = [$"dotnet restore {what}"],
            // Restores once more, from what set-up fetched: what it writes into obj/ is no part of any checkout.
            Build = [$"dotnet build {what}"],
            Test = tests.Length > 0 ? [$"dotnet test {what} --no-build"] : [],
            Keys = [.. ManifestPaths.Where(pattern => folder.Find(pattern).Any())],
            Words =
            [
                $".NET: {entry} with {projects.Length} project(s), restored and built with dotnet.",
                tests.Length > 0
                    ? $".NET: {tests[0]}{(tests.Length > 1 ? $" and {tests.Length - 1} more" : "")} refer to a test framework, so dotnet test runs."
                    : ".NET: no project refers to a test framework, so there is no dotnet test.",
            ],
        };
    }
}
