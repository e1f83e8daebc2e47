using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore.Endpoints;

/// <summary>Runway and Aleph, which early callers reach through Runway's paths too.</summary>
internal static class RunwayEndpoints
{
    private static readonly KieRequestJsonContext Bodies = KieRequestJsonContext.Default;
    private static readonly (string, string)[] Watermark = [("watermark", "waterMark")];

    private static readonly KieRequestForm<KieRunwayRequest> GenerateForm =
        new(Bodies.KieRunwayRequest, "prompt", "duration", "quality") { Spellings = Watermark };

    private static readonly KieRequestForm<KieRunwayExtendRequest> ExtendForm =
        new(Bodies.KieRunwayExtendRequest, "taskId", "prompt", "quality") { Spellings = [("task_id", "taskId"), .. Watermark] };

    private static readonly KieRequestForm<KieAlephRequest> AlephForm = new(Bodies.KieAlephRequest, "prompt", "videoUrl") { Spellings = Watermark };

    public static void Map(KieRoutes routes)
    {
        var aleph = KieCalls.Create(AlephForm, (account, request, stop) => account.GenerateAlephAsync(request, stop));
        routes.Post("/api/v1/runway/generate", GenerateAsync);
        routes.Post("/api/v1/runway/extend", KieCalls.Create(ExtendForm, (account, request, stop) => account.ExtendRunwayAsync(request, stop)));
        routes.Get(
            "/api/v1/runway/record-detail",
            KieCalls.Find((account, taskId, stop) => account.FindRunwayTaskAsync(taskId, stop), KieJsonContext.Default.KieRunwayTask));
        routes.Post("/api/v1/aleph/generate", aleph);
        routes.Get(
            "/api/v1/aleph/record-info",
            KieCalls.Find((account, taskId, stop) => account.FindAlephTaskAsync(taskId, stop), KieJsonContext.Default.KieAlephTask));

        // Not KIE's: paths that early callers have.
        routes.Post("/api/v1/runway/aleph/generate", aleph);
        routes.Get("/api/v1/runway/record-info", KieCalls.Find(FindEitherAsync, KieServiceJsonContext.Default.KieServiceTask));
    }

    // Runway changes no videos: with one given, Aleph is meant.
    private static async Task<KieEnvelope> GenerateAsync(HttpContext context, IKieAccount account)
    {
        var body = await KieRequestBody.ReadAsync(context);
        var hasVideo = body.TryGetProperty("videoUrl", out var video)
            && video.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(video.GetString());
        return KieEnvelope.FromTaskId(hasVideo
            ? await account.GenerateAlephAsync(AlephForm.Read(body), context.RequestAborted)
            : await account.GenerateRunwayAsync(GenerateForm.Read(body), context.RequestAborted));
    }

    private static async Task<KieReply<KieServiceTask>> FindEitherAsync(IKieAccount account, string taskId, CancellationToken cancellationToken)
    {
        var runway = (await account.FindRunwayTaskAsync(taskId, cancellationToken)).Map(KieServiceTask.From);
        if (runway.IsSuccess || runway.Code is not (404 or 422)) return runway;
        var aleph = (await account.FindAlephTaskAsync(taskId, cancellationToken)).Map(KieServiceTask.From);
        return aleph.IsSuccess || aleph.Code is not (404 or 422) ? aleph : runway;
    }
}
