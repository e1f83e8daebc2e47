using System.Net.Http.Headers;

namespace KieAi;

/// <summary>Sends one request, once, when its limit allows, and reads its answer within bounds of size and time.</summary>
internal sealed class KieCaller(HttpClient http, KieClientOptions options, TimeProvider time)
{
    private const int LargestAnswer = 4 * 1024 * 1024;

    // Taken over once: options that change later must not tear a client apart.
    private readonly string _key = options.ApiKey;
    private readonly TimeSpan _callTimeout = options.CallTimeout;
    private readonly TimeSpan _uploadTimeout = options.UploadTimeout;
    private readonly KieLimits _limits = new(options, time);

    public async Task<T> CallAsync<T>(KieCall call, HttpContent? content, Func<KieAnswer, T> read, CancellationToken cancellationToken)
    {
        await _limits.WaitAsync(call.Kind, cancellationToken).ConfigureAwait(false);
        using var span = new KieCallSpan(call, time);
        try
        {
            var result = read(await SendAsync(call, content, cancellationToken).ConfigureAwait(false));
            span.Granted();
            return result;
        }
        catch (KieException fault)
        {
            span.Failed(fault);
            throw;
        }
    }

    private async Task<KieAnswer> SendAsync(KieCall call, HttpContent? content, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Timeout(call.Kind), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var request = new HttpRequestMessage(content is null ? HttpMethod.Get : HttpMethod.Post, call.Address) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _key);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
            var (body, fault) = await ReadAsync(response.Content, both.Token).ConfigureAwait(false);
            // An answer that came whole is told, cancelled or not: it may hold the id of a task that runs.
            if (fault is not null) cancellationToken.ThrowIfCancellationRequested();
            return new KieAnswer(response.StatusCode, body, RetryAfter(response), call.Kind, _key).Check(fault);
        }
        catch (HttpRequestException e) when (NeverLeft(e))
        {
            throw KieAnswer.None(call.Kind, sent: false, "KIE.ai could not be reached.", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            throw KieAnswer.None(call.Kind, sent: true, "The connection to KIE.ai broke before it answered.", e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw KieAnswer.None(call.Kind, sent: true, "KIE.ai did not answer in time.", e);
        }
    }

    private TimeSpan Timeout(KieCallKind kind)
    {
        var mine = kind is KieCallKind.Upload ? _uploadTimeout : _callTimeout;
        if (mine == System.Threading.Timeout.InfiniteTimeSpan) return http.Timeout;
        return http.Timeout == System.Threading.Timeout.InfiniteTimeSpan || mine < http.Timeout ? mine : http.Timeout;
    }

    // These are raised while a connection is being made; no byte of the request has been written.
    private static bool NeverLeft(HttpRequestException e) => e.HttpRequestError is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    // A body that breaks off, stalls or has no end still leaves its HTTP status to judge by.
    private static async Task<(ReadOnlyMemory<byte> Body, Exception? Fault)> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        try
        {
            var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var chunk = new byte[16 * 1024];
            while (await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                body.Write(chunk, 0, read);
                if (body.Length > LargestAnswer) return (default, new IOException($"The answer is larger than {LargestAnswer} bytes."));
            }

            return (Written(body), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or InvalidDataException)
        {
            return (Written(body), e);
        }
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream body) => body.GetBuffer().AsMemory(0, (int)body.Length);

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
