namespace Kinora.Core.Fetching;

/// <summary>What a receiver said to what was sent to it.</summary>
/// <param name="RetryAfter">How long it asks to be left alone; null where it does not.</param>
/// <param name="Body">How it begins; as far as it came in time.</param>
public sealed record BriefAnswer(int Status, TimeSpan? RetryAfter, string Body)
{
    internal static async Task<BriefAnswer> ReadAsync(HttpResponseMessage response, int mostOfBody, TimeProvider time, CancellationToken cancellationToken)
    {
        var text = new char[mostOfBody];
        var length = 0;
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
            while (length < mostOfBody && await reader.ReadAsync(text.AsMemory(length), cancellationToken) is var read and > 0) length += read;
        }
        catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
        {
            // The status has said all.
        }

        return new((int)response.StatusCode, response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - time.GetUtcNow() : null, new(text, 0, length));
    }
}
