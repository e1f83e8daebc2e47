using System.Globalization;
using System.Text.Json;

namespace KieAi;

/// <summary>What a callback says: a hint, to be checked against the task itself. It may come twice.</summary>
/// <remarks>
/// Read from all of KIE's shapes: the jobs record in an envelope, Veo's <c>info</c>, Veo 4K in camel and in snake words, Runway's flat fields,
/// Aleph's task id beside the data, Luma's list. Success and failure come to the same address, as a normal POST.
/// </remarks>
public sealed record KieCallback
{
    private KieCallback() { }

    /// <summary>From <c>data.taskId</c>, <c>data.task_id</c>, <c>taskId</c> or <c>task_id</c>, the first of them that is there.</summary>
    public required string TaskId { get; init; }

    /// <summary>The envelope's code: 200 for success, 400 and up for a failed task; null when it has none.</summary>
    public int? Code { get; init; }

    /// <summary>KIE's text.</summary>
    public string? Message { get; init; }

    /// <summary>
    /// What it says of the task: its word for it where there is one (jobs), else success for code 200 and failure for 400 and up. Unknown
    /// where word and code contradict each other.
    /// </summary>
    public KieTaskState State { get; init; }

    /// <summary>The word for the state (jobs); empty when there is none.</summary>
    public string Word { get; init; } = "";

    /// <summary>Whether it tells of a finished task: code 200, and the state <c>success</c> where one is given.</summary>
    public bool IsSuccess => State is KieTaskState.Success;

    /// <summary>The model (jobs).</summary>
    public string? Model { get; init; }

    /// <summary>The http and https addresses of the results; they lapse soon.</summary>
    public IReadOnlyList<Uri> ResultUrls { get; init; } = [];

    /// <summary>Before cropping (Veo, when not 16:9).</summary>
    public IReadOnlyList<Uri> OriginUrls { get; init; } = [];

    /// <summary>The joined clip after an extension (Veo).</summary>
    public IReadOnlyList<Uri> FullResultUrls { get; init; } = [];

    /// <summary>Stills of the videos (Runway, Aleph, Veo 4K).</summary>
    public IReadOnlyList<Uri> ImageUrls { get; init; } = [];

    /// <summary>Why it failed: the record's code (jobs), else the envelope's; null when it did not.</summary>
    public string? FailCode { get; init; }

    /// <summary>KIE's sentence for it: the record's (jobs), else the envelope's; null when it did not fail.</summary>
    public string? FailMessage { get; init; }

    /// <summary>Percent, 0 to 100; in callbacks of progress (Sora).</summary>
    public int? Progress { get; init; }

    /// <summary>KIE credits charged: <c>creditsConsumed</c>, or <c>consumeCredits</c> in older callbacks (jobs).</summary>
    public decimal? CreditsConsumed { get; init; }

    /// <summary>KIE credits left in the account: <c>remainedCredits</c> (jobs, older callbacks).</summary>
    public decimal? RemainingCredits { get; init; }

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
            return KieJson.TaskId(json) is { } taskId ? Read(taskId, json) : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Text that is no Unicode.
        }
    }

    private static KieCallback Read(string taskId, JsonElement json)
    {
        var data = KieJson.Field(json, "data") ?? default;
        var info = KieJson.Field(data, "info") ?? data;
        var result = KieResultJson.Parse(KieJson.Text(data, "resultJson"));
        var (code, message, word) = (KieJson.Int(json, "code"), KieJson.Message(json), KieJson.Text(data, "state"));
        var state = StateOf(code, word);
        var failed = state is KieTaskState.Fail;
        return new()
        {
            TaskId = taskId,
            Code = code,
            Message = message,
            State = state,
            Word = word ?? "",
            Model = KieJson.Text(data, "model"),
            ResultUrls = Urls(result, info, data, ["resultUrls", "result_urls", "video_url", "result_video_url"]),
            OriginUrls = Urls(result, info, data, ["originUrls", "origin_urls"]),
            FullResultUrls = Urls(result, info, data, ["fullResultUrls", "full_result_urls"]),
            ImageUrls = Urls(result, info, data, ["imageUrls", "image_urls", "image_url", "result_image_url"]),
            FailCode = failed ? KieTaskReading.Told(KieJson.Text(data, "failCode")) ?? code?.ToString(CultureInfo.InvariantCulture) : null,
            FailMessage = failed ? KieTaskReading.Told(KieJson.Text(data, "failMsg")) ?? message : null,
            Progress = KieJson.Int(data, "progress") is >= 0 and <= 100 and var progress ? progress : null,
            CreditsConsumed = KieJson.Decimal(data, "creditsConsumed") ?? KieJson.Decimal(data, "consumeCredits"),
            RemainingCredits = KieJson.Decimal(data, "remainedCredits"),
            Raw = json,
        };
    }

    private static KieTaskState StateOf(int? code, string? word) => (code, word is null ? default(KieTaskState?) : KieTaskStates.OfWord(word)) switch
    {
        (200, null) => KieTaskState.Success,
        (>= 400, null) => KieTaskState.Fail,
        (not 200, KieTaskState.Success) => KieTaskState.Unknown,
        (_, { } state) => state,
        _ => KieTaskState.Unknown,
    };

    // In the jobs record's result, in Veo's info, or flat in the data.
    private static IReadOnlyList<Uri> Urls(JsonElement result, JsonElement info, JsonElement data, ReadOnlySpan<string> fields)
    {
        if (KieUrls.In(result, fields) is { Count: > 0 } found) return found;
        return KieUrls.In(info, fields) is { Count: > 0 } inside ? inside : KieUrls.In(data, fields);
    }
}
