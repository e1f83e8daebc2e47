namespace KieAi.AspNetCore.Endpoints;

internal static class JobsEndpoints
{
    // Measured: the jobs API refuses a missing or strange field with 500, not with 422.
    private static readonly KieRequestForm<KieCreateTaskRequest> CreateForm =
        new(KieRequestJsonContext.Default.KieCreateTaskRequest, "model") { FaultCode = 500 };

    public static void Map(KieRoutes routes)
    {
        routes.Post("/api/v1/jobs/createTask", KieCalls.Create(CreateForm, (account, request, stop) => account.CreateTaskAsync(request, stop)));
        routes.Get(
            "/api/v1/jobs/recordInfo",
            KieCalls.Find((account, taskId, stop) => account.FindTaskAsync(taskId, stop), KieJsonContext.Default.KieTask),
            KieEnvelope.Unauthorized);
    }
}
