using Alai.Tasks;

namespace Alai.Classifying;

/// <summary>Words of each field: English, Norwegian, Bosnian/Croatian/Serbian, German.</summary>
internal static class DomainWords
{
    public static WordTable<Domain> Table { get; } = new(
    [
        (Domain.Backend, 2, ["api", "endpoint*", "server", "backend", "database", "sql", "migration*", "rest", "graphql", "grpc", "webhook*", "queue", "cron", "cache", "orm", "postgres*", "sqlite", "redis", "baza podataka", "datenbank*"]),
        (Domain.Backend, 1, ["service", "request*", "parser", "library", "function", "timeout*", "retry", "cli", "command line", "c#", "go", "rust", "python", "java", "memory leak", "null pointer"]),
        (Domain.Frontend, 2, ["button*", "css", "html", "page", "layout", "ui", "ux", "dark mode", "menu", "modal", "form", "react", "vue", "svelte", "nextjs", "next js", "tailwind", "responsive", "component*", "navbar", "footer", "icon*", "tooltip*", "dugme", "stranica*", "knapp*", "side", "forside*", "schaltfläche*"]),
        (Domain.Frontend, 1, ["screen", "browser", "mobile", "font*", "colour*", "color*", "animation*", "accessib*", "theme", "design", "landing page", "header", "click*"]),
        (Domain.Data, 2, ["etl", "dataset*", "csv", "parquet", "analytics", "dashboard*", "chart*", "report", "reports", "pandas", "dbt", "data pipeline", "warehouse", "aggregate*", "statistics", "izvještaj*", "rapport*", "auswertung*"]),
        (Domain.Data, 1, ["data", "import", "export", "column*", "query", "excel", "spreadsheet*", "metrics"]),
        (Domain.Quality, 2, ["test", "tests", "unit test*", "coverage", "flaky", "e2e", "regression test*", "review", "code review", "testovi", "tester"]),
        (Domain.Security, 2, ["vulnerab*", "xss", "csrf", "sql injection", "cve*", "exploit*", "injection", "sanitize*", "sanitise*", "privilege escalation", "path traversal", "security", "sikkerhet*", "sigurnost*", "sicherheit*"]),
        (Domain.Security, 1, ["auth", "password*", "token*", "permission*", "encrypt*", "secret*", "hardening", "tls"]),
        (Domain.Operations, 2, ["deploy*", "docker*", "kubernetes", "k8s", "terraform", "ci", "pipeline", "github actions", "nginx", "systemd", "rollback", "monitoring", "backup*", "helm", "release", "infrastructure"]),
        (Domain.Operations, 1, ["server setup", "logs", "alert*", "hosting", "dns", "certificate*"]),
        (Domain.Documentation, 2, ["readme", "docs", "documentation", "document", "docstring*", "changelog", "tutorial", "user guide", "manual", "dokumentacij*", "dokumentasjon*", "dokumentier*", "dokumentation*"]),
        (Domain.Legal, 2, ["gdpr", "privacy policy", "terms of service", "terms and conditions", "licence", "license", "contract*", "compliance", "cookie banner", "ugovor*", "avtale*", "datenschutz*", "personvern*"]),
        (Domain.AiTooling, 2, ["prompt*", "llm", "ollama", "embedding*", "rag", "agent", "agents", "mcp", "fine tun*", "qdrant", "language model*"]),
        (Domain.AiTooling, 1, ["model", "models", "inference", "token count"]),
    ]);
}
