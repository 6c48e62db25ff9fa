namespace Alai.Cli.Drawing;

/// <summary>Aligned columns that fit the terminal; piped, nothing is cut.</summary>
internal sealed class Table
{
    private const string Gap = "  ";
    private const int LeastStretch = 16;
    private readonly IReadOnlyList<Column> columns;
    private readonly List<IReadOnlyList<Cell>> rows = [];

    public Table(params IReadOnlyList<Column> columns) => this.columns = columns;

    public int Rows => rows.Count;

    public void Add(params IReadOnlyList<Cell> cells) =>
        rows.Add([.. cells.Select(cell => cell with { Text = CleanText.Line(cell.Text) })]);

    public void Write(Paper paper, int indent = 0)
    {
        var widths = columns.Select((column, i) => Natural(column, i)).ToArray();
        var shown = Fit(widths, paper.Width == 0 ? int.MaxValue : paper.Width - indent);
        var heading = columns.Select(column => new Cell(column.Title, Ink.Dim)).ToArray();
        if (columns.Any(column => column.Title.Length > 0))
            Row(paper, heading, (widths, shown, indent));
        foreach (var row in rows)
            Row(paper, row, (widths, shown, indent));
    }

    private int Natural(Column column, int index) => column.IfAny && rows.All(row => row[index].Text.Length == 0)
        ? 0
        : rows.Select(row => DisplayWidth.Of(row[index].Text)).Append(DisplayWidth.Of(column.Title)).Max();

    private List<int> Fit(int[] widths, int room)
    {
        var shown = Enumerable.Range(0, columns.Count).Where(i => widths[i] > 0).ToList();
        var stretch = shown.FindIndex(i => columns[i].Stretches);
        while (true)
        {
            var fixedWidth = shown.Where(i => !columns[i].Stretches).Sum(i => widths[i]) + (Gap.Length * (shown.Count - 1));
            var left = room - fixedWidth;
            var wanted = stretch < 0 ? 0 : Math.Min(widths[shown[stretch]], LeastStretch);
            var poorest = shown.Where(i => columns[i].Worth > 0).OrderBy(i => columns[i].Worth).Cast<int?>().FirstOrDefault();
            if (left >= wanted || poorest is null)
            {
                if (stretch >= 0)
                    widths[shown[stretch]] = Math.Max(1, Math.Min(widths[shown[stretch]], left));
                return shown;
            }

            shown.Remove(poorest.Value);
            stretch = shown.FindIndex(i => columns[i].Stretches);
        }
    }

    private void Row(Paper paper, IReadOnlyList<Cell> cells, (int[] Widths, List<int> Shown, int Indent) form)
    {
        var line = new System.Text.StringBuilder().Append(' ', form.Indent);
        var owed = "";
        foreach (var i in form.Shown)
        {
            var text = DisplayWidth.Cut(cells[i].Text, form.Widths[i]);
            var padding = new string(' ', form.Widths[i] - DisplayWidth.Of(text));
            line.Append(owed).Append(columns[i].Right ? padding : "");
            if (text.Length > 0)
                line.Append(paper.Inked(text, cells[i].Ink));

            // Padding is written only when something follows: no line ends in spaces.
            owed = (columns[i].Right ? "" : padding) + Gap;
        }

        paper.Raw(line.ToString().TrimEnd(' '));
    }
}
