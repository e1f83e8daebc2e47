using Kinora.Core.Providers.Http;

namespace Kinora.Core.Providers.OpenAiVideos;

/// <summary>Maps video objects totally: whatever is not clearly final is still active.</summary>
internal static class VideoObservation
{
    /// <param name="content">Where its bytes are once it is made.</param>
    /// <returns>Null for what is no video object.</returns>
    public static ProviderObservation? Of(ProviderAnswer answer, Uri content)
    {
        if (answer.Text(answer.Body.Field("status")) is not { } word) return null;
        return Outcome(answer, word, content) with { Progress = answer.Body.Field("progress").AsNumber() is >= 0 and <= 100 and var percent ? (int)percent : null };
    }

    // Besides the four words of the API those that relays pass on from the makers behind them.
    private static ProviderObservation Outcome(ProviderAnswer answer, string word, Uri content)
    {
        switch (word.ToLowerInvariant())
        {
            case "queued" or "in_progress" or "pending" or "processing" or "running":
                return new(ProviderTaskState.Active, word);
            case "completed" or "succeeded" or "success":
                return new(ProviderTaskState.Succeeded, word) { Outputs = [content], Took = Took(answer) };
            case "failed" or "cancelled" or "canceled" or "expired":
                var error = answer.Body.Field("error");
                return new(ProviderTaskState.Failed, word)
                {
                    FailureCode = answer.Text(error.Field("code")),
                    FailureMessage = answer.Text(error.Field("message")) ?? answer.Written(error) ?? $"The server calls the video {word} and gives no reason.",
                };
            default:
                return new(ProviderTaskState.Active, word) { IsUnknownWord = true };
        }
    }

    private static TimeSpan? Took(ProviderAnswer answer) =>
        answer.Body.Field("completed_at").AsNumber() - answer.Body.Field("created_at").AsNumber() is >= 0 and < 1e6 and var seconds
            ? TimeSpan.FromSeconds(seconds) : null;
}
