using System.Text.Json;
using System.Xml;

namespace Alai.Minions.Tools;

/// <summary>A cheap look at formats that can be read without a compiler. A hint to the model, never evidence.</summary>
internal static class SyntaxGlance
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static string Problem(string path, string text)
    {
        try
        {
            switch (Path.GetExtension(path).ToUpperInvariant())
            {
                case ".JSON":
                    JsonDocument.Parse(text, Lenient).Dispose();
                    break;
                case ".XML" or ".CSPROJ" or ".PROPS" or ".SVG":
                    using (var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null }))
                    {
                        while (reader.Read())
                        {
                            // Reading to the end is the check.
                        }
                    }

                    break;
            }

            return "";
        }
        catch (Exception broken) when (broken is JsonException or XmlException)
        {
            return $"this is not well formed: {broken.Message}";
        }
    }
}
