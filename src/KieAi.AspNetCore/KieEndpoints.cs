using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore;

/// <summary>The calls: each reads its request, asks the backend and wraps the reply.</summary>
internal static class KieEndpoints
{
    public static Task<KieEnvelope> CreateTaskAsync(HttpContext context, IKieAccount account) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieCreateTaskRequest, account.CreateTaskAsync, "model");

    public static Task<KieEnvelope> FindTaskAsync(HttpContext context, IKieAccount account) => FindAsync(context, account.FindTaskAsync, KieJsonContext.Default.KieTask);

    public static Task<KieEnvelope> GenerateVeoAsync(HttpContext context, IKieAccount account) => CreateAsync(
        context,
        KieRequestJsonContext.Default.KieVeoRequest,
        (request, cancellationToken) => request.ImageUrls?.Contains(null!) == true
            ? throw KieRequestBody.OutOfRange("imageUrls")
            : account.GenerateVeoAsync(WithRatio(request), cancellationToken),
        "prompt");

    public static Task<KieEnvelope> FindVeoTaskAsync(HttpContext context, IKieAccount account) => FindAsync(context, account.FindVeoTaskAsync, KieJsonContext.Default.KieVeoTask);

    public static Task<KieEnvelope> GenerateRunwayAsync(HttpContext context, IKieAccount account) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieRunwayRequest, account.GenerateRunwayAsync, "prompt", "duration", "quality");

    public static Task<KieEnvelope> ExtendRunwayAsync(HttpContext context, IKieAccount account) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieRunwayExtendRequest, account.ExtendRunwayAsync, "taskId", "prompt", "quality");

    public static Task<KieEnvelope> FindRunwayTaskAsync(HttpContext context, IKieAccount account) =>
        FindAsync(context, account.FindRunwayTaskAsync, KieJsonContext.Default.KieRunwayTask);

    public static Task<KieEnvelope> GenerateAlephAsync(HttpContext context, IKieAccount account) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieAlephRequest, account.GenerateAlephAsync, "prompt", "videoUrl");

    public static Task<KieEnvelope> FindAlephTaskAsync(HttpContext context, IKieAccount account) => FindAsync(context, account.FindAlephTaskAsync, KieJsonContext.Default.KieAlephTask);

    public static Task<KieEnvelope> GenerateModifyAsync(HttpContext context, IKieAccount account) =>
        CreateAsync(context, KieRequestJsonContext.Default.KieModifyRequest, account.GenerateModifyAsync, "prompt", "videoUrl");

    public static Task<KieEnvelope> FindModifyTaskAsync(HttpContext context, IKieAccount account) =>
        FindAsync(context, account.FindModifyTaskAsync, KieJsonContext.Default.KieModifyTask);

    public static async Task<KieEnvelope> CreditAsync(HttpContext context, IKieAccount account) =>
        KieEnvelope.From(await account.CreditAsync(context.RequestAborted), (writer, credit) => writer.WriteNumberValue(credit));

    public static async Task<KieEnvelope> UploadAsync(HttpContext context, IKieAccount account)
    {
        await using var form = await KieUploadReader.ReadAsync(context);
        var reply = await account.UploadAsync(form.Path, form.FileName, form.ContentType, form.Content, context.RequestAborted);
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
