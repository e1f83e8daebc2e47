using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Kinora.Core.Providers.Accounts;

namespace Kinora.Core.Providers.Http;

/// <summary>Sends requests to one account of a provider, each once, and reads their answers within bounds of size and time.</summary>
/// <param name="provider">How sentences name it.</param>
/// <param name="keys">Sent as bearer, in turn; none for a server without keys.</param>
/// <param name="largestAnswer">In bytes; more is not read.</param>
internal sealed class ProviderHttp(string provider, Uri baseUrl, IReadOnlyList<string> keys, TimeProvider time, int largestAnswer = 1024 * 1024) : IDisposable
{
    /// <summary>For one call but an upload: shorter than <see cref="Generations.Schedule.AnswerWait"/>.</summary>
    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    public static readonly TimeSpan UploadTimeout = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>Shorter than a server's: one that closes an idle connection just as a submission goes out would make its outcome unknown.</summary>
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = Client();
    private readonly string _root = baseUrl.AbsoluteUri.TrimEnd('/');
    private readonly KeyRing<string>? _keys = keys.Count == 0 ? null : new(keys, time);

    /// <summary>What the account is proven with now.</summary>
    public AuthenticationHeaderValue? Credentials => _keys is null ? null : new("Bearer", _keys.Next());

    public Uri Address(string path) => new(_root + path);

    /// <summary>Never throws for what the provider or the network does.</summary>
    /// <param name="content">Disposed of afterwards.</param>
    public async Task<ProviderAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        using var request = new HttpRequestMessage(method, Address(path)) { Content = content };
        request.Headers.Authorization = Credentials;
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token);
            var key = request.Headers.Authorization?.Parameter;
            if (response.StatusCode is HttpStatusCode.Unauthorized && key is not null) _keys!.SetAside(key);
            return await ReadAsync(response, key, both.Token, cancellationToken);
        }
        catch (HttpRequestException e) when (WhyNeverLeft(e) is { } why)
        {
            return new() { NeverLeft = true, Fault = $"{provider} could not be reached: {why}." };
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException && !both.IsCancellationRequested)
        {
            return new() { NeverLeft = true, Fault = $"{provider} could not be reached: no connection in {ConnectTimeout.TotalSeconds} s." };
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return new() { Fault = $"The connection to {provider} broke before it answered." };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new() { Fault = $"{provider} did not answer in time." };
        }
    }

    public void Dispose() => _http.Dispose();

    // Nothing is followed, kept or added: a key goes to the address that the operator named and nowhere else.
    private static HttpClient Client()
    {
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PreAuthenticate = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionIdleTimeout = IdleTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Kinora");
        return client;
    }

    // Raised while a connection is being made; no byte of the request has been written.
    private static string? WhyNeverLeft(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its host name is not known",
        HttpRequestError.SecureConnectionError => "no trusted TLS connection could be made",
        HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError => "it takes no connection",
        _ => null,
    };

    // A body that breaks off, stalls or has no end still leaves its status to judge by.
    private async Task<ProviderAnswer> ReadAsync(HttpResponseMessage response, string? key, CancellationToken stop, CancellationToken cancellationToken)
    {
        var status = (int)response.StatusCode;
        var answer = (Body: default(JsonElement), Fault: default(string));
        var isStalled = false;
        try
        {
            answer = status is >= 300 and <= 399 ? (default, "leads elsewhere, which is not followed") : await BodyAsync(response.Content, stop);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            answer.Fault = "broke off";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            (answer.Fault, isStalled) = ("did not come in time", true);
        }

        return new()
        {
            Status = status,
            Body = answer.Body,
            Fault = answer.Fault is null ? null : $"The answer of {provider}, with status {status}, {answer.Fault}.",
            IsStalled = isStalled,
            RetryAfter = RetryAfter(response.Headers.RetryAfter),
            Secret = key,
            MayPassWithAnotherKey = response.StatusCode is HttpStatusCode.Unauthorized && _keys is { HasGood: true },
        };
    }

    private async Task<(JsonElement Body, string? Fault)> BodyAsync(HttpContent content, CancellationToken stop)
    {
        using var body = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(stop);
        var chunk = new byte[16 * 1024];
        while (await stream.ReadAsync(chunk, stop) is > 0 and var read)
        {
            body.Write(chunk, 0, read);
            if (body.Length > largestAnswer) return (default, $"is larger than {largestAnswer / 1024} KB");
        }

        try
        {
            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)body.Length));
            return (document.RootElement.Clone(), null);
        }
        catch (JsonException)
        {
            return (default, "is not the JSON that belongs there");
        }
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };
}
