using System.Text;
using Alai.Tasks;

namespace Alai.Prompting;

/// <summary>A message under construction: sections within a budget, each piece noted with its source and label.</summary>
internal sealed class PromptSheet(ContextBudget budget, UntrustedFence fence)
{
    private readonly StringBuilder _text = new();
    private readonly List<PromptPiece> _pieces = [];

    public IReadOnlyList<PromptPiece> Pieces => _pieces;

    public string Text => _text.ToString().TrimEnd('\n');

    /// <summary>Our own words; always whole.</summary>
    public void Say(string words) => _text.Append(budget.Whole(words)).Append('\n');

    /// <summary>A section: trusted text plainly, the rest fenced. Nothing for an empty text.</summary>
    public void Section(string heading, PromptSnippet snippet, double share = 1)
    {
        var (text, cut) = budget.Take(VisibleText.Clean(snippet.Text).Trim('\n'), share);
        if (text.Length == 0)
            return;
        _pieces.Add(new PromptPiece(snippet.Source, snippet.Trust, TokenEstimate.Of(text), cut));
        _text.Append("\n## ").Append(heading).Append('\n')
            .Append(snippet.Trust >= TrustLabel.Filer ? text : fence.Around(snippet.Source, text)).Append('\n');
    }

    /// <summary>A section that must stand whole: it is what the work is measured by.</summary>
    public void Must(string heading, PromptSnippet snippet)
    {
        if (snippet.Text.Length == 0)
            return;
        var text = budget.Whole(VisibleText.Clean(snippet.Text).Trim('\n'));
        _pieces.Add(new PromptPiece(snippet.Source, snippet.Trust, TokenEstimate.Of(text)));
        _text.Append("\n## ").Append(heading).Append('\n')
            .Append(snippet.Trust >= TrustLabel.Filer ? text : fence.Around(snippet.Source, text)).Append('\n');
    }
}
