using System.Text.Json;

namespace KieAi;

/// <summary>What a callback says: a hint, to be checked against the task itself. It may come twice.</summary>
public sealed record KieCallback
{
    private KieCallback() { }

    /// <summary>From <c>data.taskId</c>, <c>data.task_id</c>, <c>taskId</c> or <c>task_id</c>, the first of them that is there.</summary>
    public required string TaskId { get; init; }

    /// <summary>The envelope's code: 200 for success, 400 and up for a failed task; null when it has none.</summary>
    public int? Code { get; init; }

    /// <summary>KIE's text.</summary>
    public string? Message { get; init; }

    /// <summary>Whether it tells of a finished task: code 200, and the state <c>success</c> where one is given.</summary>
    public bool IsSuccess { get; init; }

    /// <summary>The http and https addresses of the results; they lapse soon.</summary>
    public IReadOnlyList<Uri> ResultUrls { get; init; } = [];

    /// <summary>The whole body.</summary>
    public JsonElement Raw { get; init; }

    /// <summary>Reads the body of a callback from any of KIE's video APIs.</summary>
    /// <param name="json">Untrusted; the caller bounds its size.</param>
    /// <returns>Null when it is not JSON or names no task. Never throws.</returns>
    public static KieCallback? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc cref="Read(ReadOnlyMemory{byte})"/>
    public static KieCallback? Read(JsonElement json)
    {
        try
        {
            if (KieJson.TaskId(json) is not { } taskId) return null;
            var data = KieJson.Field(json, "data") ?? default;
            var code = KieJson.Int(json, "code");
            return new KieCallback
            {
                TaskId = taskId,
                Code = code,
                Message = KieJson.Message(json),
                IsSuccess = code == 200 && KieJson.Text(data, "state") is null or "success",
                ResultUrls = ReadUrls(data),
                Raw = json,
            };
        }
        catch (InvalidOperationException)
        {
            return null; // Text that is no Unicode.
        }
    }

    // JSON text in resultJson (jobs), an info object (Veo), the list itself (Luma, older pages of Veo), one address (Runway, Aleph).
    private static IReadOnlyList<Uri> ReadUrls(JsonElement data) =>
        KieUrls.InResult(KieJson.Text(data, "resultJson")) is { Count: > 0 } urls
            ? urls
            : KieUrls.Addresses([
                .. KieUrls.Texts(KieJson.Field(KieJson.Field(data, "info") ?? data, "resultUrls")),
                KieJson.Text(data, "video_url"), KieJson.Text(data, "result_video_url"),
            ]);
}
