namespace Alai.Host.Api;

/// <summary>Every operation of the factory: one line each. The command line, the dashboard and MCP use these alone.</summary>
internal static class ApiRoutes
{
    public static void Map(WebApplication web, Daemon daemon)
    {
        Get("/v1/tasks", TaskReading.List);
        Post("/v1/tasks", TaskFiling.FileAsync);
        Get("/v1/tasks/{id}", TaskReading.Show);
        Patch("/v1/tasks/{id}", TaskFiling.EditAsync);
        Get("/v1/tasks/{id}/why", TaskReading.Why);
        Get("/v1/tasks/{id}/history", TaskReading.HistoryAsync);
        Get("/v1/tasks/{id}/steps", TaskSteps.Read);
        Get("/v1/tasks/{id}/diff", TaskResults.DiffAsync);
        Post("/v1/tasks/{id}/revert", TaskResults.RevertAsync);
        Post("/v1/tasks/{id}/{verb}", TaskVerbs.DoAsync);
        Get("/v1/stats", TaskReading.Stats);
        Get("/v1/inbox", Inbox.List);
        Get("/v1/inbox/{id}", Inbox.Show);
        Post("/v1/inbox/{id}/{verb}", TaskVerbs.AnswerAsync);
        Get("/v1/products", Catalogues.Products);
        Post("/v1/products", Catalogues.AddProductAsync);
        Get("/v1/products/{name}", Catalogues.Product);
        Get("/v1/products/{name}/doctor", Doctor.ExamineProductAsync);
        Get("/v1/fleet", FleetReading.Status);
        Get("/v1/fleet/why", FleetReading.WhyAsync);
        Post("/v1/prepare", RunPreparation.PrepareAsync);
        Get("/v1/companies", Catalogues.Companies);
        Get("/v1/companies/{name}", Catalogues.Company);
        Get("/v1/status", Steering.Status);
        Get("/v1/doctor", Doctor.ExamineAsync);
        Post("/v1/init", Steering.InitAsync);
        Post("/v1/halt", call => Steering.HaltAsync(call, halted: true));
        Post("/v1/resume", call => Steering.HaltAsync(call, halted: false));
        Post("/v1/shutdown", Steering.Shutdown);
        Get("/v1/pipelines/{id}", Pipelines.ShowAsync);
        Post("/v1/pipelines/validate", Pipelines.ValidateAsync);
        Post("/v1/pipelines/{id}/advance", Pipelines.AdvanceAsync);
        Get("/v1/hive", Knowledge.ListAsync);
        Post("/v1/hive", Knowledge.PostAsync);
        Get("/v1/hive/stats", Knowledge.StatsAsync);
        Get("/v1/hive/{id}", Knowledge.ShowAsync);
        Post("/v1/hive/{id}/retract", Knowledge.RetractAsync);
        Get("/v1/wiki", WikiPages.Status);
        Post("/v1/wiki/sync", WikiPages.SyncAsync);
        Get("/v1/cost", Reports.Cost);
        Get("/v1/report", Reports.ReportAsync);
        Get("/v1/logs", LogTail.Read);
        ManyAndRecurring(Get, Post);
        Care(Get, Post);
        web.MapGet("/v1/events", (HttpContext http) => EventStream.WriteAsync(new Call(http, daemon)));
        web.MapFallback((HttpContext http) => ApiEdge.RunAsync(new Call(http, daemon), ApiEdge.Unknown));

        void Get(string path, Func<Call, Task<Answer>> operation) =>
            web.MapGet(path, (HttpContext http) => ApiEdge.RunAsync(new Call(http, daemon), operation));

        void Post(string path, Func<Call, Task<Answer>> operation) =>
            web.MapPost(path, (HttpContext http) => ApiEdge.RunAsync(new Call(http, daemon), operation));

        void Patch(string path, Func<Call, Task<Answer>> operation) =>
            web.MapPatch(path, (HttpContext http) => ApiEdge.RunAsync(new Call(http, daemon), operation));
    }

    private static void ManyAndRecurring(Action<string, Func<Call, Task<Answer>>> get, Action<string, Func<Call, Task<Answer>>> post)
    {
        post("/v1/tasks/many", ManyTasks.FileAsync);
        post("/v1/tasks/many/{verb}", ManyTasks.ChangeAsync);
        get("/v1/schedules", Scheduling.List);
        post("/v1/schedules", Scheduling.AddAsync);
        get("/v1/schedules/{name}", Scheduling.Show);
        post("/v1/schedules/{name}/{verb}", Scheduling.ChangeAsync);
        get("/v1/search", TaskReading.Search);
        post("/v1/undo", TaskVerbs.UndoAsync);
        get("/v1/events/page", EventPages.ReadAsync);
    }

    private static void Care(Action<string, Func<Call, Task<Answer>>> get, Action<string, Func<Call, Task<Answer>>> post)
    {
        post("/v1/db/check", StoreCare.CheckAsync);
        get("/v1/db/backups", StoreCare.Backups);
        post("/v1/db/backups", StoreCare.BackUpAsync);
        post("/v1/db/export", StoreCare.ExportAsync);
        post("/v1/db/import", StoreCare.ImportAsync);
    }
}
