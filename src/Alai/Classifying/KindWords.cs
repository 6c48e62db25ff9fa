using Alai.Tasks;

namespace Alai.Classifying;

/// <summary>Words of each sort of work: English, Norwegian, Bosnian/Croatian/Serbian, German.</summary>
internal static class KindWords
{
    public static WordTable<TaskKind> Table { get; } = new(
    [
        (TaskKind.Bugfix, 3, ["fix", "fixes", "bug", "broken", "crash*", "regression", "does not work", "doesn t work", "not working", "fails", "failing", "wrong", "500", "404", "feil", "fiks*", "popravi*", "greška", "ne radi", "fehler", "behebe*", "repariere*"]),
        (TaskKind.Bugfix, 1, ["error*", "exception*", "incorrect*", "stuck", "hangs", "leak*", "off by one"]),
        (TaskKind.SecurityFix, 4, ["vulnerab*", "xss", "csrf", "sql injection", "cve*", "path traversal", "privilege escalation", "security fix", "security hole", "sårbarhet*", "ranjivost*", "sicherheitslücke*"]),
        (TaskKind.Refactor, 3, ["refactor*", "clean up", "cleanup", "simplify", "extract", "rename", "split", "deduplicate", "remove dead code", "restructure", "rydd*", "refaktor*", "umstrukturier*"]),
        (TaskKind.Docs, 3, ["readme", "docs", "documentation", "document", "changelog", "docstring*", "tutorial", "user guide", "typo*", "dokumentacij*", "dokumentiraj", "dokumentasjon*", "dokumenter*", "dokumentier*", "dokumentation*", "privacy policy", "terms of service"]),
        (TaskKind.Scaffold, 4, ["scaffold*", "from scratch", "new project", "new app", "new product", "bootstrap", "starter", "boilerplate", "nytt prosjekt", "novi projekat", "neues projekt"]),
        (TaskKind.Tests, 3, ["unit test*", "write tests", "add tests", "test coverage", "coverage", "e2e tests", "integration test*", "regression test*", "flaky", "napiši testove", "skriv tester", "tests schreiben"]),
        (TaskKind.Operations, 3, ["deploy*", "docker*", "kubernetes", "terraform", "github actions", "ci", "nginx", "rollback", "monitoring", "backup*", "systemd", "set up ci"]),
        (TaskKind.Question, 3, ["what is", "why does", "why is", "how does", "how do", "explain", "which", "compare", "investigate", "find out", "should we", "hva er", "hvorfor", "zašto", "kako", "objasni", "warum", "erkläre"]),
        (TaskKind.Errand, 4, ["call", "meet with", "phone", "email the", "send an email", "book a", "order a", "ring", "nazovi", "anrufen", "møte med", "sastanak*"]),
        (TaskKind.Feature, 2, ["add", "implement", "create", "build", "support", "introduce", "make", "allow", "enable", "show", "legg til", "lag", "dodaj", "napravi", "implementiraj", "füge", "hinzufügen", "erstelle"]),
    ]);
}
