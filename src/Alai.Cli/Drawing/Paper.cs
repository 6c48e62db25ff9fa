using System.Globalization;
using System.Text;

namespace Alai.Cli.Drawing;

/// <summary>What pages are written on: knows the width, the colours and the time.</summary>
internal sealed class Paper
{
    private readonly TextWriter to;
    private readonly bool colour;
    private TimeZoneInfo? zone;
    private StringBuilder? page;

    /// <param name="to">Where lines go.</param>
    /// <param name="width">Columns; 0 when lines may be of any length.</param>
    /// <param name="colour">Whether to use colours.</param>
    public Paper(TextWriter to, int width, bool colour)
    {
        this.to = to;
        this.colour = colour;
        Width = width;
    }

    public int Width { get; }

    public bool HasColour => colour;

    public DateTimeOffset Now { get; init; }

    /// <summary>Tells the person's time zone; asked for only when a day is to be shown, because finding it out costs a file or two.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>How commands are put that a person is advised to give.</summary>
    public Advice Advice { get; init; } = new(null);

    /// <summary>The text with colour codes around it, when there are colours.</summary>
    public string Inked(string text, Ink ink) =>
        !colour || ink == Ink.Plain || text.Length == 0 ? text : $"\e[{Code(ink)}m{text}\e[0m";

    /// <summary>A line that is already clean and inked.</summary>
    public void Raw(string line = "")
    {
        if (page is null)
            to.WriteLine(line);
        else
            page.Append(line).Append(to.NewLine);
    }

    /// <summary>Draws a page that leaves as one write: whoever reads it through a pipe is woken once, and not for every line.</summary>
    public void Page(Action draw)
    {
        page = new StringBuilder();
        try
        {
            draw();
        }
        finally
        {
            to.Write(page.ToString());
            page = null;
        }
    }

    /// <summary>Text of any origin, wrapped at words when on a terminal.</summary>
    public void Text(string text, Ink ink = Ink.Plain, int indent = 0)
    {
        foreach (var line in CleanText.Block(text).TrimEnd('\n').Split('\n'))
        {
            foreach (var piece in Wrapping.Lines(line, Width == 0 ? 0 : Math.Max(10, Width - indent)))
                Raw(piece.Length == 0 ? "" : new string(' ', indent) + Inked(piece, ink));
        }
    }

    /// <summary>Text that may advise commands.</summary>
    public void Advise(string text, Ink ink = Ink.Plain, int indent = 0) => Text(Advice.Of(text), ink, indent);

    /// <summary>A heading with an empty line before it.</summary>
    public void Heading(string text)
    {
        Raw();
        Raw(Inked(CleanText.Line(text), Ink.Bold));
    }

    /// <summary>A moment as a person says it: <c>3 min ago</c>, else the day.</summary>
    public string Ago(DateTimeOffset moment)
    {
        var age = Now - moment;
        return age < TimeSpan.FromSeconds(10) ? "just now"
            : age < TimeSpan.FromMinutes(1) ? $"{(int)age.TotalSeconds} s ago"
            : age < TimeSpan.FromHours(1) ? $"{(int)age.TotalMinutes} min ago"
            : age < TimeSpan.FromDays(1) ? $"{(int)age.TotalHours} h ago"
            : age < TimeSpan.FromDays(14) ? $"{(int)age.TotalDays} d ago"
            : Local(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    /// <summary>A moment in the person's own time zone.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone ??= Clock?.LocalTimeZone ?? TimeZoneInfo.Utc);

    /// <summary>A duration in its two largest units.</summary>
    public static string Span(TimeSpan span) =>
        span < TimeSpan.FromMinutes(1) ? $"{Math.Max(0, (int)span.TotalSeconds)} s"
        : span < TimeSpan.FromHours(1) ? $"{(int)span.TotalMinutes} min {span.Seconds} s"
        : span < TimeSpan.FromDays(1) ? $"{(int)span.TotalHours} h {span.Minutes} min"
        : $"{(int)span.TotalDays} d {span.Hours} h";

    private static string Code(Ink ink) => ink switch
    {
        Ink.Bold => "1",
        Ink.Dim => "2",
        Ink.Red => "31",
        Ink.Green => "32",
        Ink.Yellow => "33",
        Ink.Blue => "34",
        _ => "36",
    };
}
