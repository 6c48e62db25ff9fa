using Alai.Cli.Drawing;
using Alai.Client.Views;

namespace Alai.Cli.Pages;

/// <summary>What the doctor found: a line a check, the fix under what is wrong.</summary>
internal static class DoctorPage
{
    public static void Write(Paper paper, DoctorView doctor)
    {
        Checks(paper, doctor);
        paper.Raw();
        var warned = doctor.Checks.Count(check => check.Verdict == "warning");
        var (word, ink) = (doctor.Healthy, warned) switch
        {
            (false, _) => ("Something the factory needs is missing; the fixes are above.", Ink.Red),
            (_, 0) => ("Everything the factory needs is here.", Ink.Green),
            (_, 1) => ("The factory runs, with the warning above: part of the work cannot be done until it is seen to.", Ink.Yellow),
            _ => ($"The factory runs, with {warned} warnings above: part of the work cannot be done until they are seen to.", Ink.Yellow),
        };
        paper.Text(word, ink);
    }

    public static void WriteProduct(Paper paper, DoctorView doctor)
    {
        Checks(paper, doctor);
        paper.Raw();
        paper.Text(doctor.Healthy ? "Runs can begin on it." : "A run would be held; the fixes are above.", doctor.Healthy ? Ink.Green : Ink.Red);
    }

    private static void Checks(Paper paper, DoctorView doctor)
    {
        foreach (var check in doctor.Checks)
        {
            var (mark, ink) = check.Verdict switch
            {
                "ok" => ("ok", Ink.Green),
                "warning" => ("warning", Ink.Yellow),
                _ => ("FAILED", Ink.Red),
            };
            paper.Raw($"{paper.Inked(mark.PadRight(8), ink)} {paper.Inked(CleanText.Line(check.Name), Ink.Bold)}");
            paper.Text(check.Seen, indent: 9);
            if (check.Fix.Length > 0)
                paper.Advise("→ " + check.Fix, Ink.Cyan, indent: 9);
        }
    }
}
