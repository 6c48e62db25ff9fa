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
        paper.Text(doctor.Healthy ? "Everything the factory needs is here." : "Something the factory needs is missing; the fixes are above.", doctor.Healthy ? Ink.Green : Ink.Red);
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
                paper.Text("→ " + check.Fix, Ink.Cyan, indent: 9);
        }
    }
}
