using Alai.Classifying;
using Alai.Tasks;
using CsCheck;

namespace Alai.Tests.Classifying;

public sealed class RuleClassifierTests
{
    private const string Corpus = """
        Fix typo in README|documentation|docs|1
        Rename the save button to Keep|frontend|refactor|1
        Add dark mode to the settings page|frontend|feature|2
        Add a menu page with prices|frontend|feature|2
        The footer overlaps the form on mobile|frontend|feature|2
        Fix broken layout of the navbar on small screens|frontend|bugfix|2
        Button does not work in Safari|frontend|bugfix|2
        Make the modal accessible by keyboard|frontend|feature|2
        Add an endpoint to list orders|backend|feature|2
        POST /orders returns 500 for empty body in the API|backend|bugfix|2
        Server crashes when the database is locked|backend|bugfix|2
        Add a database migration for the invoices table|backend|feature|3
        Implement webhook signature checks in the API|backend|feature|2
        Memory leak in the request queue|backend|bugfix|2
        Add retry with back-off to the HTTP service|backend|feature|2
        Rewrite the parser to handle concurrent requests|backend|feature|3
        Migrate the REST API to GraphQL with backwards compatible protocol|backend|feature|4
        Refactor the order service into smaller functions|backend|refactor|2
        Extract the cache into its own library|backend|refactor|2
        Simplify the SQL of the search endpoint|backend|refactor|2
        Import customers from CSV|data|feature|2
        Build an ETL for the sales dataset|data|feature|2
        Show a chart of weekly sales on the dashboard|data|feature|2
        The monthly report shows wrong totals|data|bugfix|2
        Aggregate statistics per region into parquet|data|feature|2
        Write unit tests for the price calculator|quality|tests|2
        Flaky e2e test in checkout|quality|tests|2
        Raise test coverage of the parser library|quality|tests|2
        SQL injection in search|security|security_fix|3
        Fix XSS in comments|security|security_fix|3
        Path traversal through the download name|security|security_fix|3
        Upgrade for CVE-2026-1234|security|security_fix|3
        Add a Dockerfile and docker compose|operations|operations|2
        Set up CI with GitHub Actions|operations|operations|2
        Deploy the site with nginx and systemd|operations|operations|2
        Nightly backup of the volume and rollback script in Terraform|operations|operations|2
        Write a README for the command line tool|documentation|docs|1
        Document the REST API|documentation|docs|1
        Add a changelog|documentation|docs|1
        Write a user guide for editors|documentation|docs|1
        Write the privacy policy|legal|docs|1
        Draft terms of service|legal|docs|1
        Add a cookie banner|legal|feature|2
        Tune the prompt of the summary agent|ai_tooling|feature|2
        Add embeddings search with Ollama|ai_tooling|feature|2
        Scaffold a new project for a todo app with Next.js|frontend|scaffold|3
        Create a starter boilerplate for a Go API from scratch|backend|scaffold|4
        What is the largest table in the database?|backend|question|1
        Why does the build take ten minutes?|general|question|1
        How does the cache expire?|backend|question|1
        Call the supplier about the delivery|general|errand|5
        Meet with the accountant|general|errand|5
        Legg til en knapp på forsiden|frontend|feature|2
        Fiks feil i databasen for ordre|general|bugfix|2
        Skriv tester for kassen|quality|tests|2
        Oppdater dokumentasjonen|documentation|docs|1
        Dodaj dugme na stranicu|frontend|feature|2
        Popravi grešku u izvještaju|data|bugfix|2
        Napiši testove za korpu|quality|tests|2
        Füge eine Schaltfläche hinzu|frontend|feature|2
        Behebe den Fehler in der Datenbank|backend|bugfix|2
        Erstelle eine Auswertung der Verkäufe|data|feature|2
        [BENTO-BUILD] Add a menu page (parent: #4)|frontend|feature|2
        """;

    private static readonly string[][] Rows = [.. Corpus.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(row => row.Split('|'))];

    private static Classification Classify(string title, string body = "", params string[] labels) => RuleClassifier.Classify(new TaskText(title, body, labels));

    public static TheoryData<string, string, string, int> Tasks()
    {
        var data = new TheoryData<string, string, string, int>();
        foreach (var row in Rows)
            data.Add(row[0], row[1], row[2], int.Parse(row[3]));
        return data;
    }

    [Fact]
    public void The_corpus_has_at_least_sixty_tasks() => Assert.True(Rows.Length >= 60, $"{Rows.Length}");

    [Theory]
    [MemberData(nameof(Tasks))]
    public void A_realistic_task_is_classified(string title, string domain, string kind, int complexity)
    {
        var found = Classify(title);

        Assert.Equal((domain, kind, complexity), (SnakeWord<Domain>.Of(found.Domain), SnakeWord<TaskKind>.Of(found.Kind), found.Complexity));
        Assert.Equal("rules", found.By);
    }

    [Fact]
    public void The_reason_names_what_was_seen()
    {
        var found = Classify("Fix broken layout of the navbar");

        Assert.Contains("bugfix by 'fix'", found.Why, StringComparison.Ordinal);
        Assert.Contains("frontend by 'layout'", found.Why, StringComparison.Ordinal);
        Assert.Contains("complexity 2", found.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Size_raises_complexity_but_only_a_persons_work_reaches_five()
    {
        var points = string.Concat(Enumerable.Range(1, 12).Select(i => $"- point {i}\n"));

        Assert.Equal(2, Classify("Add an endpoint").Complexity);
        Assert.Equal(3, Classify("Add an endpoint", points).Complexity);
        Assert.Equal(4, Classify("Rewrite the entire architecture end to end", points + new string('x', 4000)).Complexity);
    }

    [Fact]
    public void Deploy_and_docs_are_suggested_when_the_text_speaks_of_them()
    {
        Assert.True(Classify("Add a menu", "Then deploy it.").SuggestsDeploy);
        Assert.True(Classify("Add a menu", "Mention it in the README.").SuggestsDocs);
        Assert.False(Classify("Add a menu").SuggestsDeploy || Classify("Add a menu").SuggestsDocs);
    }

    [Fact]
    public void The_products_name_says_nothing_about_the_work() =>
        Assert.Equal(Domain.Frontend, RuleClassifier.Classify(new TaskText("data-security: add a button", "data-security data-security", []), "data-security").Domain);

    [Fact]
    public void A_label_outweighs_the_text() => Assert.Equal(Domain.Security, Classify("Add a page", "", "security").Domain);

    [Fact]
    public void Nothing_known_gives_little_confidence()
    {
        var vague = Classify("Zq");

        Assert.Equal((Domain.General, TaskKind.Feature), (vague.Domain, vague.Kind));
        Assert.True(vague.Confidence < 0.3);
        Assert.True(Classify("Fix broken button layout in CSS").Confidence > 0.5);
    }

    [Fact]
    public void Any_text_gets_a_lawful_classification() => Gen.Select(Gen.String, Gen.String, Gen.String).Sample((title, body, product) =>
    {
        var found = RuleClassifier.Classify(new TaskText(title, body, []), product);
        return found.Complexity is >= 1 and <= 5 && found.Confidence is >= 0 and <= 1 && found.Why.Length > 0;
    }, iter: 5_000);
}
