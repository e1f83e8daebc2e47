using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore;

/// <summary>The calls: each reads its request, asks the backend and wraps the reply.</summary>
internal sealed class KieEndpoints(IKieBackend backend)
{
    public async Task<KieEnvelope> CreateTaskAsync(HttpContext context)
    {
        var request = await KieRequestBody.ReadAsync(context, KieRequestJsonContext.Default.KieCreateTaskRequest, requires: "model");
        return KieEnvelope.From(await backend.CreateTaskAsync(request, context.RequestAborted), WriteTaskId);
    }

    public async Task<KieEnvelope> FindTaskAsync(HttpContext context) =>
        KieEnvelope.From(await backend.FindTaskAsync(TaskId(context), context.RequestAborted), KieJsonContext.Default.KieTask);

    public async Task<KieEnvelope> GenerateVeoAsync(HttpContext context)
    {
        var request = await KieRequestBody.ReadAsync(context, KieRequestJsonContext.Default.KieVeoRequest, requires: "prompt");
        if (request.ImageUrls?.Contains(null!) == true) throw KieRequestBody.OutOfRange("imageUrls");
        return KieEnvelope.From(await backend.GenerateVeoAsync(WithRatio(request), context.RequestAborted), WriteTaskId);
    }

    public async Task<KieEnvelope> FindVeoTaskAsync(HttpContext context) =>
        KieEnvelope.From(await backend.FindVeoTaskAsync(TaskId(context), context.RequestAborted), KieJsonContext.Default.KieVeoTask);

    public async Task<KieEnvelope> CreditAsync(HttpContext context) =>
        KieEnvelope.From(await backend.CreditAsync(context.RequestAborted), (writer, credit) => writer.WriteNumberValue(credit));

    public async Task<KieEnvelope> UploadAsync(HttpContext context)
    {
        await using var form = await KieUploadReader.ReadAsync(context);
        var reply = await backend.UploadAsync(form.Path, form.FileName, form.ContentType, form.Content, context.RequestAborted);
        var named = reply is { IsSuccess: true, Message: "success" } ? reply with { Message = "File uploaded successfully" } : reply;
        return KieEnvelope.From(named, KieJsonContext.Default.KieUploadedFile, isUpload: true);
    }

    private static string TaskId(HttpContext context) => context.Request.Query["taskId"].ToString() is { Length: > 0 } taskId
        ? taskId
        : throw new KieRequestException(400, "taskId parameter is required");

    private static void WriteTaskId(Utf8JsonWriter writer, string taskId)
    {
        writer.WriteStartObject();
        writer.WriteString("taskId", taskId);
        writer.WriteEndObject();
    }

    // Older pages of KIE spell the ratio in camel case.
    private static KieVeoRequest WithRatio(KieVeoRequest request)
    {
        if (request.Unknown is not { } unknown || !unknown.TryGetValue("aspectRatio", out var camel)) return request;
        var rest = unknown.Where(field => field.Key != "aspectRatio").ToDictionary();
        return request with
        {
            AspectRatio = request.AspectRatio ?? camel.ValueKind switch
            {
                JsonValueKind.String => camel.GetString(),
                JsonValueKind.Null => null,
                _ => throw KieRequestBody.OutOfRange("aspectRatio"),
            },
            Unknown = rest.Count == 0 ? null : rest,
        };
    }
}
