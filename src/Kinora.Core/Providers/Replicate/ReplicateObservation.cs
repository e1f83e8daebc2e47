using System.Globalization;
using System.Text.Json;
using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.Replicate;

/// <summary>Maps predictions totally: whatever is not clearly final is still active.</summary>
internal static class ReplicateObservation
{
    /// <summary>More than any model makes at once.</summary>
    private const int MostOutputs = 16;

    private static readonly string[] VideoEndings = [".mp4", ".webm", ".mov", ".mkv", ".m4v"];

    /// <summary>Null for what is no prediction.</summary>
    public static ProviderObservation? Of(ProviderAnswer answer)
    {
        if (answer.Text(answer.Body.Field("status")) is not { } word) return null;
        return word switch
        {
            "starting" or "processing" => new(ProviderTaskState.Active, word),
            "succeeded" => Made(answer.Body, word) with { Took = Took(answer.Body) },
            "failed" => Failed(word, code: null, answer.Written(answer.Body.Field("error")) ?? "The prediction failed without a reason."),
            "canceled" => Failed(word, word, answer.Written(answer.Body.Field("error")) ?? "The prediction was canceled at Replicate."),
            "aborted" => Failed(word, word, answer.Written(answer.Body.Field("error")) ?? "Replicate did not begin the prediction before its deadline."),
            _ => new(ProviderTaskState.Active, word) { IsUnknownWord = true },
        };
    }

    private static ProviderObservation Made(JsonElement prediction, string word)
    {
        var outputs = Addresses(prediction.Field("output")).Distinct().Take(MostOutputs).ToList();
        if (outputs.Count == 0 && prediction.Field("data_removed").ValueKind is JsonValueKind.True)
            return Failed(word, "data_removed", "The video was made, but Replicate has deleted it by now: it keeps outputs for an hour.");

        // Beside a video, an object or a list may name pictures of it.
        var videos = outputs.FindAll(output => VideoEndings.Any(ending => output.AbsolutePath.EndsWith(ending, StringComparison.OrdinalIgnoreCase)));
        return new(ProviderTaskState.Succeeded, word) { Outputs = videos.Count > 0 ? videos : outputs };
    }

    private static ProviderObservation Failed(string word, string? code, string message) =>
        new(ProviderTaskState.Failed, word) { FailureCode = code, FailureMessage = message };

    // A text, a list, an object, or any of them in one another; the parser bounds the depth.
    private static IEnumerable<Uri> Addresses(JsonElement output) => output.ValueKind switch
    {
        JsonValueKind.String => Uri.TryCreate(output.AsText(), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? [address] : [],
        JsonValueKind.Array => output.EnumerateArray().SelectMany(Addresses),
        JsonValueKind.Object => output.EnumerateObject().SelectMany(field => Addresses(field.Value)),
        _ => [],
    };

    private static TimeSpan? Took(JsonElement prediction)
    {
        if (Time(prediction.Field("created_at")) is { } created && Time(prediction.Field("completed_at")) is { } completed) return completed - created;
        return prediction.Field("metrics").Field("total_time").AsNumber() is >= 0 and < 1e6 and var seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private static DateTimeOffset? Time(JsonElement value) =>
        DateTimeOffset.TryParse(value.AsText(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
