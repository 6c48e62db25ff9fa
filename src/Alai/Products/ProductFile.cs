using System.Globalization;
using System.Text;
using Alai.Yaml;

namespace Alai.Products;

/// <summary>Reads and writes <c>products/NAME.yaml</c>.</summary>
public static class ProductFile
{
    /// <summary>Whether a name can be a product's: 1 to 64 of lower-case letters, digits, <c>-</c>, <c>_</c>, <c>.</c>.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= 64
        && char.IsAsciiLetterOrDigit(name[0])
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '_' or '.');

    /// <summary>Makes a product of a document.</summary>
    /// <param name="name">The file's name without ending.</param>
    /// <param name="document">The document.</param>
    /// <param name="problems">Receives everything that is wrong.</param>
    /// <returns>The product, or null when anything is wrong.</returns>
    public static Product? Read(string name, YamlDocument document, ICollection<ConfigProblem> problems)
    {
        var own = new List<ConfigProblem>();
        var map = ProductShape.Shape.Check(document, own);
        if (!IsName(name))
        {
            own.Insert(0, new ConfigProblem(
                document.Root?.File ?? name, 0, $"expected a file name of a-z, 0-9, -, _ and .; found '{name}'"));
        }

        var product = map is null ? null : new ProductReader(own).Read(name, map);
        foreach (var problem in own)
            problems.Add(problem);
        return own.Count == 0 ? product : null;
    }

    /// <summary>The text of a product's file; reading it again gives an equal product.</summary>
    public static string Write(Product product)
    {
        var text = new StringBuilder();
        Line(text, "repository", Quoted(product.Repository));
        Optional(text, "root", product.Root);
        Optional(text, "target_branch", product.TargetBranch);
        if (product.Setup.Commands.Count + product.Setup.Network.Count + product.Setup.Keys.Count > 0)
        {
            text.Append("setup:\n");
            List(text, "  ", "commands", product.Setup.Commands);
            List(text, "  ", "network", product.Setup.Network);
            List(text, "  ", "keys", product.Setup.Keys);
        }

        List(text, "", "verify", product.Verify);
        Deploy(text, product.Deploy);
        List(text, "", "allowed_paths", product.AllowedPaths);
        if (!product.DocsPaths.SequenceEqual(Product.DefaultDocsPaths))
            List(text, "", "docs_paths", product.DocsPaths);
        List(text, "", "test_paths", product.TestPaths);
        List(text, "", "protected_paths", product.ProtectedPaths);
        Line(text, "sensitivity", product.Sensitivity.ToString(CultureInfo.InvariantCulture));
        Optional(text, "wiki", product.Wiki);
        Optional(text, "owner", product.Owner);
        Optional(text, "landing", product.Landing);
        return text.ToString();
    }

    private static void Deploy(StringBuilder text, IReadOnlyList<DeployEnvironment> environments)
    {
        if (environments.Count > 0)
            text.Append("deploy:\n");
        foreach (var environment in environments)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Quoted(environment.Name)}:\n");
            List(text, "    ", "commands", environment.Commands);
            if (environment.Health is { } health)
                Line(text, "    health", Quoted(health));
            List(text, "    ", "rollback", environment.Rollback);
            Line(text, "    approval", environment.NeedsPerson ? "person" : "free");
        }
    }

    private static void List(StringBuilder text, string indent, string key, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
            return;
        text.Append(CultureInfo.InvariantCulture, $"{indent}{key}:\n");
        foreach (var item in items)
            text.Append(CultureInfo.InvariantCulture, $"{indent}  - {Quoted(item)}\n");
    }

    private static void Optional(StringBuilder text, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Line(text, key, Quoted(value));
    }

    private static void Line(StringBuilder text, string key, string value) =>
        text.Append(CultureInfo.InvariantCulture, $"{key}: {value}\n");

    private static string Quoted(string value)
    {
        var text = new StringBuilder("\"");
        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(letter) => $"\\u{(int)letter:x4}",
                _ => letter.ToString(),
            });
        }

        return text.Append('"').ToString();
    }
}
