using System.Net;

namespace Kinora.Core.Fetching;

/// <summary>The one client through which every URL from outside is fetched.</summary>
/// <remarks>Rules hold for the address connected to, and again after every redirect. No proxy, no cookies, and no credentials but those for the trusted origin.</remarks>
public sealed class GuardedHttp : IDisposable
{
    /// <summary>How many redirects are followed.</summary>
    public const int MaxRedirects = 5;

    private readonly FetchRules _rules;
    private readonly TimeProvider _time;
    private readonly HttpClient _guarded;
    private readonly HttpClient _trusted;

    /// <exception cref="FormatException">The allow-list has faults.</exception>
    public GuardedHttp(FetchOptions options, TimeProvider time) : this(options, time, Dns.GetHostAddressesAsync) { }

    internal GuardedHttp(FetchOptions options, TimeProvider time, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        _rules = new FetchRules(new FetchAllowList(options.Allow));
        _time = time;

        // Two pools: a connection made without the check must never carry a request that needs it.
        _guarded = CheckedConnection.Client(resolve, _rules.CheckConnection);
        _trusted = CheckedConnection.Client(resolve, (_, _) => { });
    }

    /// <summary>Checks, without the network, what can be told from the address alone; for refusing a request early.</summary>
    /// <exception cref="FetchException"><see cref="FetchFailure.Forbidden"/>.</exception>
    public void Check(Uri address) => _rules.Check(address);

    /// <summary>Streams the answer's body into <paramref name="destination"/> and answers the number of bytes.</summary>
    /// <exception cref="FetchException">It was not allowed, not possible, or too much.</exception>
    public Task<long> FetchAsync(FetchRequest request, Stream destination, CancellationToken cancellationToken) => InTimeAsync(
        request,
        async stop =>
        {
            using var response = await FollowAsync(request, _ => { }, stop);
            return await CopyAsync(response, request, 0, destination, stop);
        },
        cancellationToken);

    /// <summary>Fetches into a file, going on from what an earlier try left of it. The file is whole when this completes; a fault leaves what came so far.</summary>
    /// <exception cref="FetchException">It was not allowed, not possible, or too much.</exception>
    /// <exception cref="IOException">The file could not be written.</exception>
    public Task FetchAsync(FetchRequest request, PartialFile file, CancellationToken cancellationToken) => InTimeAsync(
        request,
        async stop =>
        {
            if (file.IsWhole) return file.Bytes;
            using var response = await FollowAsync(request, file.AskForRest, stop);
            await using var rest = file.Open(response) ?? throw Unreachable(request.Address, cause: null);
            var total = await CopyAsync(response, request, rest.Position, rest, stop);
            if (file.Length is { } length && length != total) throw Unreachable(request.Address, cause: null);
            file.IsWhole = true;
            return total;
        },
        cancellationToken);

    /// <summary>Sends a request that has a body, such as a callback, and answers with what the receiver said; redirects are not followed.</summary>
    /// <param name="mostOfBody">Characters of the answer's body that are read.</param>
    /// <exception cref="FetchException">It was not allowed, or not possible.</exception>
    public async Task<BriefAnswer> SendAsync(HttpRequestMessage request, TimeSpan timeout, int mostOfBody, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        _rules.Check(address);
        return await InTimeAsync(
            address, timeout,
            async stop =>
            {
                using var response = await SendAsync(_guarded, request, stop);
                return await BriefAnswer.ReadAsync(response, mostOfBody, _time, stop);
            },
            cancellationToken);
    }

    private Task<long> InTimeAsync(FetchRequest request, Func<CancellationToken, Task<long>> fetch, CancellationToken cancellationToken) =>
        InTimeAsync(request.Address, request.Timeout, fetch, cancellationToken);

    private async Task<T> InTimeAsync<T>(Uri address, TimeSpan timeout, Func<CancellationToken, Task<T>> fetch, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(timeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await fetch(stop.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FetchException(FetchFailure.TimedOut, $"{FetchRules.Host(address)} took longer than {timeout.TotalSeconds:0.#} s.");
        }
    }

    public void Dispose()
    {
        _guarded.Dispose();
        _trusted.Dispose();
    }

    private async Task<HttpResponseMessage> FollowAsync(
        FetchRequest request, Action<HttpRequestMessage> ask, CancellationToken cancellationToken)
    {
        var address = request.Address;
        for (var redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            var trusted = address.IsAbsoluteUri && FetchRules.SameOrigin(address, request.TrustedOrigin);
            if (!trusted) _rules.Check(address);

            using var asked = new HttpRequestMessage(HttpMethod.Get, address);
            if (trusted) asked.Headers.Authorization = request.Credentials;
            ask(asked);
            var response = await SendAsync(trusted ? _trusted : _guarded, asked, cancellationToken);
            if (response.StatusCode is HttpStatusCode.OK || asked.Headers.Range is not null && IsAboutRange(response)) return response;

            var next = Redirection(response, address);
            var status = (int)response.StatusCode;
            response.Dispose();
            address = next
                ?? throw new FetchException(FetchFailure.BadStatus, $"{FetchRules.Host(address)} answered with status {status}.") { Status = status };
        }

        throw new FetchException(FetchFailure.Unreachable, $"{FetchRules.Host(address)} redirects more than {MaxRedirects} times.");
    }

    private static bool IsAboutRange(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.PartialContent or HttpStatusCode.RequestedRangeNotSatisfiable;

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException e) when (e.InnerException is FetchException refused)
        {
            throw new FetchException(refused.Failure, refused.Message, e);
        }
        catch (HttpRequestException e)
        {
            throw Unreachable(request.RequestUri!, e);
        }
    }

    // Null too for a location that makes no address together with the one before, such as "//".
    private static Uri? Redirection(HttpResponseMessage response, Uri from) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location
        && Uri.TryCreate(from, location, out var next) ? next : null;

    private static async Task<long> CopyAsync(
        HttpResponseMessage response, FetchRequest request, long already, Stream destination, CancellationToken cancellationToken)
    {
        if (already + response.Content.Headers.ContentLength > request.MaxBytes) throw TooLarge(request);

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[81_920];
        for (var total = already; ;)
        {
            var read = await ReadAsync(body, buffer, request.Address, cancellationToken);
            if (read == 0) return total;
            if ((total += read) > request.MaxBytes) throw TooLarge(request);
            await destination.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    // Apart from the copy, so that a fault of the destination is not blamed on the host.
    private static async Task<int> ReadAsync(Stream body, Memory<byte> buffer, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw Unreachable(address, e);
        }
    }

    private static FetchException Unreachable(Uri address, Exception? cause) =>
        new(FetchFailure.Unreachable, $"{FetchRules.Host(address)} could not be reached, or broke off.", cause);

    private static FetchException TooLarge(FetchRequest request) =>
        new(FetchFailure.TooLarge, $"The file at {FetchRules.Host(request.Address)} is larger than {request.MaxBytes / 1048576.0:0.#} MB.");
}
