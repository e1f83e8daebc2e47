namespace KieAi.AspNetCore.Endpoints;

internal static class ModifyEndpoints
{
    private static readonly KieRequestForm<KieModifyRequest> GenerateForm =
        new(KieRequestJsonContext.Default.KieModifyRequest, "prompt", "videoUrl") { Spellings = [("waterMark", "watermark")] };

    public static void Map(KieRoutes routes)
    {
        routes.Post("/api/v1/modify/generate", KieCalls.Create(GenerateForm, (account, request, stop) => account.GenerateModifyAsync(request, stop)));
        routes.Get(
            "/api/v1/modify/record-info",
            KieCalls.Find((account, taskId, stop) => account.FindModifyTaskAsync(taskId, stop), KieJsonContext.Default.KieModifyTask));
    }
}
