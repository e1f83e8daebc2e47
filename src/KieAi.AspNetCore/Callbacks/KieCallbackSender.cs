using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace KieAi.AspNetCore;

/// <summary>Posts callbacks as KIE.ai does: up to three tries within a minute, each answered with HTTP 200 within 15 s or failed.</summary>
/// <param name="http">Decides which addresses may be reached and whether redirects are followed.</param>
/// <param name="hmacKey">The webhookHmacKey; callbacks are not signed when it is null or empty.</param>
public sealed class KieCallbackSender(HttpClient http, TimeProvider time, string? hmacKey = null)
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(15);

    // Counted from the first try. KIE states the number of tries, not their spacing.
    private static readonly TimeSpan[] TriesAt = [TimeSpan.Zero, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)];

    /// <summary>Posts one body.</summary>
    /// <param name="taskId">The id that is signed: the one in the body.</param>
    /// <param name="body">JSON, from <see cref="KieCallbackBody"/>.</param>
    /// <returns>Whether the receiver took it. It may have come to the receiver more than once.</returns>
    public async Task<bool> SendAsync(Uri callback, string taskId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        var start = time.GetTimestamp();
        foreach (var at in TriesAt)
        {
            var wait = at - time.GetElapsedTime(start);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, time, cancellationToken);
            if (await TryAsync(callback, taskId, body, cancellationToken)) return true;
        }

        return false;
    }

    /// <summary>One try, for who sends by other means.</summary>
    /// <param name="taskId">The id that is signed: the one in the body.</param>
    /// <param name="hmacKey">As for the sender.</param>
    /// <param name="now">The moment of signing; receivers take it for a few minutes.</param>
    public static HttpRequestMessage Request(Uri callback, string taskId, ReadOnlyMemory<byte> body, string? hmacKey, DateTimeOffset now)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, callback) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (string.IsNullOrEmpty(hmacKey)) return request;
        request.Headers.Add(KieSignature.TimestampHeader, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(KieSignature.SignatureHeader, KieSignature.Sign(hmacKey, taskId, now.ToUnixTimeSeconds()));
        return request;
    }

    private async Task<bool> TryAsync(Uri callback, string taskId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(AnswerWithin, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var request = Request(callback, taskId, body, hmacKey, time.GetUtcNow());
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
