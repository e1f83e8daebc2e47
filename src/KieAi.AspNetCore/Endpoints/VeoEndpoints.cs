namespace KieAi.AspNetCore.Endpoints;

internal static class VeoEndpoints
{
    private static readonly KieRequestJsonContext Bodies = KieRequestJsonContext.Default;
    private static readonly (string, string) TaskId = ("task_id", "taskId");
    private static readonly (string, string) Watermark = ("waterMark", "watermark");

    // Older pages of KIE spell the ratio in camel case.
    private static readonly KieRequestForm<KieVeoRequest> GenerateForm = new(Bodies.KieVeoRequest, "prompt")
    {
        Spellings = [("aspectRatio", "aspect_ratio"), Watermark], Lists = ["imageUrls"],
    };

    private static readonly KieRequestForm<KieVeoExtendRequest> ExtendForm =
        new(Bodies.KieVeoExtendRequest, "taskId", "prompt") { Spellings = [TaskId, Watermark] };

    private static readonly KieRequestForm<KieVeo4kRequest> In4kForm = new(Bodies.KieVeo4kRequest, "taskId") { Spellings = [TaskId] };

    public static void Map(KieRoutes routes)
    {
        routes.Post("/api/v1/veo/generate", KieCalls.Create(GenerateForm, (account, request, stop) => account.GenerateVeoAsync(request, stop)));
        routes.Post("/api/v1/veo/extend", KieCalls.Create(ExtendForm, (account, request, stop) => account.ExtendVeoAsync(request, stop)));
        routes.Get(
            "/api/v1/veo/record-info",
            KieCalls.Find((account, taskId, stop) => account.FindVeoTaskAsync(taskId, stop), KieJsonContext.Default.KieVeoTask));
        routes.Get("/api/v1/veo/get-1080p-video", async (context, account) => KieEnvelope.From(
            await account.FindVeo1080pAsync(KieQuery.TaskId(context), KieQuery.Index(context, "index"), context.RequestAborted),
            KieJsonContext.Default.KieVeo1080p));
        routes.Post("/api/v1/veo/get-4k-video", KieCalls.Ask(In4kForm, Find4kAsync, KieJsonContext.Default.KieVeo4k));
    }

    private static Task<KieReply<KieVeo4k>> Find4kAsync(IKieAccount account, KieVeo4kRequest request, CancellationToken cancellationToken) =>
        request.Index < 0 ? throw KieRequestException.OutOfRange("index") : account.FindVeo4kAsync(request, cancellationToken);
}
