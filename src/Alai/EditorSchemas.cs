using Alai.Companies;
using Alai.Pipeline;
using Alai.Products;
using Alai.Settings;
using Alai.Yaml;

namespace Alai;

/// <summary>The JSON Schemas that <c>alai init</c> writes into the home for editors.</summary>
public static class EditorSchemas
{
    /// <summary>File name and text of each; made from the same shapes that the readers check.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["alai.schema.json"] = SchemaWriter.Write(SettingsShape.Shape),
        ["blueprint.schema.json"] = SchemaWriter.Write(CompanyShape.Blueprint),
        ["company.schema.json"] = SchemaWriter.Write(CompanyShape.Company),
        ["pipeline.schema.json"] = SchemaWriter.Write(PipelinePlan.Shape),
        ["product.schema.json"] = SchemaWriter.Write(ProductShape.Shape),
    };
}
