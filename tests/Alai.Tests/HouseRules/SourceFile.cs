using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Alai.Tests.HouseRules;

/// <summary>One C# file as the rules see it.</summary>
internal sealed class SourceFile
{
    private readonly SyntaxNode _root;

    public SourceFile(string path, string text)
    {
        Path = path.Replace('\\', '/');
        Text = text;
        Lines = text.TrimEnd('\n').Split('\n').Length;
        _root = CSharpSyntaxTree.ParseText(text).GetRoot();
    }

    private static readonly Lazy<IReadOnlyList<SourceFile>> Everything = new(() =>
    [
        .. Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))
            .Select(file => new SourceFile(System.IO.Path.GetRelativePath(Repository.Root, file), File.ReadAllText(file))),
    ]);

    public static IReadOnlyList<SourceFile> All => Everything.Value;

    public string Path { get; }

    public string Text { get; }

    public int Lines { get; }

    /// <summary>The folder under src/Alai, or the project's last name for the other projects.</summary>
    public string Room => Path.Split('/') switch
    {
        ["src", "Alai", var room, _, ..] => room,
        ["src", "Alai", _] => "",
        ["src", var project, ..] => project[(project.LastIndexOf('.') + 1)..],
        _ => "",
    };

    public IEnumerable<Arrow> Arrows => _root.DescendantNodes().OfType<UsingDirectiveSyntax>()
        .Select(line => line.Name?.ToString().Split('.') is ["Alai", var room, ..] ? room : "")
        .Where(room => room.Length > 0 && Room.Length > 0).Select(room => new Arrow(Room, room, Path));

    public IEnumerable<BaseTypeDeclarationSyntax> Types => _root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    public IEnumerable<BaseTypeDeclarationSyntax> PublicTypes =>
        Types.Where(type => type.Modifiers.Any(SyntaxKind.PublicKeyword) && type.Parent is not BaseTypeDeclarationSyntax);

    /// <summary>Every method, constructor and local function: name, lines without its comment, parameters.</summary>
    public IEnumerable<(string Name, int Lines, int Parameters)> Methods => _root.DescendantNodes().Select(node => node switch
    {
        // Whoever declares the interface answers for its shape; ours are measured where they are declared.
        MethodDeclarationSyntax { ExplicitInterfaceSpecifier: not null } method => Measured(method.Identifier.Text, method, 0),
        MethodDeclarationSyntax method => Measured(method.Identifier.Text, method, method.ParameterList.Parameters.Count),
        LocalFunctionStatementSyntax local => Measured(local.Identifier.Text, local, local.ParameterList.Parameters.Count),
        // What a constructor takes is what the composition injects.
        ConstructorDeclarationSyntax constructor => Measured(constructor.Identifier.Text, constructor, 0),
        _ => ("", 0, 0),
    }).Where(method => method.Item2 > 0);

    public bool Calls(string method) => _root.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Any(access => access.Name.Identifier.Text == method);

    private static (string, int, int) Measured(string name, SyntaxNode node, int parameters)
    {
        var span = node.SyntaxTree.GetLineSpan(node.Span);
        return (name, span.EndLinePosition.Line - span.StartLinePosition.Line + 1, parameters);
    }
}
