using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinora.Server.OpenAi;

/// <summary>How answers are written: in snake case, and every field there, null or not, as OpenAI promises.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(VideoResponse))]
[JsonSerializable(typeof(VideoList))]
[JsonSerializable(typeof(VideoDeleted))]
[JsonSerializable(typeof(ModelEntry))]
[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(ErrorResponse))]
internal sealed partial class OpenAiJson : JsonSerializerContext;

/// <summary>Text stays readable: answers are JSON to every reader, never HTML.</summary>
internal static class OpenAiWire
{
    public static OpenAiJson Json { get; } = new(new JsonSerializerOptions(OpenAiJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}

/// <summary>A video and the work on it. Times are Unix seconds.</summary>
internal sealed record VideoResponse
{
    public required string Id { get; init; }
    public string Object { get; init; } = "video";
    public required string Model { get; init; }

    /// <summary><c>queued</c>, <c>in_progress</c>, <c>completed</c> or <c>failed</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Percent.</summary>
    public required int Progress { get; init; }
    public required long CreatedAt { get; init; }
    public long? CompletedAt { get; init; }

    /// <summary>When its files are deleted, or were; null for never.</summary>
    public long? ExpiresAt { get; init; }
    public string? Prompt { get; init; }

    /// <summary>Such as <c>1280x720</c>; <c>auto</c> as long as nobody knows.</summary>
    public required string Size { get; init; }

    /// <summary>The length; <c>auto</c> as long as nobody knows.</summary>
    public required string Seconds { get; init; }
    public string? RemixedFromVideoId { get; init; }
    public ErrorOfVideo? Error { get; init; }
}

/// <summary>Why a video failed.</summary>
internal sealed record ErrorOfVideo(string Code, string Message);

internal sealed record VideoList(IReadOnlyList<VideoResponse> Data, string? FirstId, string? LastId, bool HasMore)
{
    public string Object { get; init; } = "list";
}

internal sealed record VideoDeleted(string Id, string Object = "video.deleted", bool Deleted = true);

/// <param name="Created">Always 0: the catalog does not know when a model came out.</param>
internal sealed record ModelEntry(string Id, long Created, string OwnedBy)
{
    public string Object { get; init; } = "model";
}

internal sealed record ModelList(IReadOnlyList<ModelEntry> Data)
{
    public string Object { get; init; } = "list";
}

internal sealed record ErrorResponse(ErrorBody Error);

/// <param name="Param">The field of the request that is at fault; null when it is none.</param>
internal sealed record ErrorBody(string Message, string Type, string? Param, string? Code);
