using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore;

/// <summary>The calls: each reads its request, asks the backend and wraps the reply.</summary>
internal sealed class KieEndpoints(IKieBackend backend)
{
    public Task<KieEnvelope> CreateTaskAsync(HttpContext context) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieCreateTaskRequest, backend.CreateTaskAsync, "model");

    public Task<KieEnvelope> FindTaskAsync(HttpContext context) => FindAsync(context, backend.FindTaskAsync, KieJsonContext.Default.KieTask);

    public Task<KieEnvelope> GenerateVeoAsync(HttpContext context) => CreateAsync(
        context,
        KieRequestJsonContext.Default.KieVeoRequest,
        (request, cancellationToken) => request.ImageUrls?.Contains(null!) == true
            ? throw KieRequestBody.OutOfRange("imageUrls")
            : backend.GenerateVeoAsync(WithRatio(request), cancellationToken),
        "prompt");

    public Task<KieEnvelope> FindVeoTaskAsync(HttpContext context) => FindAsync(context, backend.FindVeoTaskAsync, KieJsonContext.Default.KieVeoTask);

    public Task<KieEnvelope> GenerateRunwayAsync(HttpContext context) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieRunwayRequest, backend.GenerateRunwayAsync, "prompt", "duration", "quality");

    public Task<KieEnvelope> ExtendRunwayAsync(HttpContext context) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieRunwayExtendRequest, backend.ExtendRunwayAsync, "taskId", "prompt", "quality");

    public Task<KieEnvelope> FindRunwayTaskAsync(HttpContext context) =>
        FindAsync(context, backend.FindRunwayTaskAsync, KieJsonContext.Default.KieRunwayTask);

    public Task<KieEnvelope> GenerateAlephAsync(HttpContext context) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieAlephRequest, backend.GenerateAlephAsync, "prompt", "videoUrl");

    public Task<KieEnvelope> FindAlephTaskAsync(HttpContext context) => FindAsync(context, backend.FindAlephTaskAsync, KieJsonContext.Default.KieAlephTask);

    public Task<KieEnvelope> GenerateModifyAsync(HttpContext context) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieModifyRequest, backend.GenerateModifyAsync, "prompt", "videoUrl");

    public Task<KieEnvelope> FindModifyTaskAsync(HttpContext context) =>
        FindAsync(context, backend.FindModifyTaskAsync, KieJsonContext.Default.KieModifyTask);

    public async Task<KieEnvelope> CreditAsync(HttpContext context) =>
        KieEnvelope.From(await backend.CreditAsync(context.RequestAborted), (writer, credit) => writer.WriteNumberValue(credit));

    public async Task<KieEnvelope> UploadAsync(HttpContext context)
    {
        await using var form = await KieUploadReader.ReadAsync(context);
        var reply = await backend.UploadAsync(form.Path, form.FileName, form.ContentType, form.Content, context.RequestAborted);
        var named = reply is { IsSuccess: true, Message: "success" } ? reply with { Message = "File uploaded successfully" } : reply;
        return KieEnvelope.From(named, KieJsonContext.Default.KieUploadedFile, isUpload: true);
    }

    private static async Task<KieEnvelope> CreateAsync<T>(
        HttpContext context, JsonTypeInfo<T> type, Func<T, CancellationToken, Task<KieReply<string>>> create, params string[] requires)
    {
        var request = await KieRequestBody.ReadAsync(context, type, requires);
        return KieEnvelope.From(await create(request, context.RequestAborted), WriteTaskId);
    }

    private static async Task<KieEnvelope> FindAsync<T>(
        HttpContext context, Func<string, CancellationToken, Task<KieReply<T>>> find, JsonTypeInfo<T> type) =>
        KieEnvelope.From(await find(TaskId(context), context.RequestAborted), type);

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
