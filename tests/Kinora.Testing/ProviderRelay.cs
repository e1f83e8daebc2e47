using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kinora.Testing;

/// <summary>Stands between a server and its provider as the network does: it can swallow a request, swallow an answer, or keep either waiting.</summary>
/// <remarks>What it holds back hangs until the caller goes away. Addresses of the provider in its answers are made to lead through here too.</remarks>
public sealed class ProviderRelay : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly WebApplication _app;
    private readonly Uri _provider;

    private ProviderRelay(Uri provider)
    {
        _provider = provider;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(RelayAsync);
    }

    /// <summary>Where the server finds it.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>Requests that never reach the provider, told by path and body.</summary>
    public Func<string, string, bool> SwallowRequest { get; set; } = (_, _) => false;

    /// <summary>Requests that reach the provider and whose answers never come back, told by path and body.</summary>
    public Func<string, string, bool> SwallowAnswer { get; set; } = (_, _) => false;

    /// <summary>Body and answer of each request that the provider answered, in order.</summary>
    public ConcurrentQueue<(string Path, string Body, string Answer)> Answered { get; } = [];

    public static async Task<ProviderRelay> StartAsync(Uri provider, CancellationToken cancellationToken)
    {
        var relay = new ProviderRelay(provider);
        await relay._app.StartAsync(cancellationToken);
        return relay;
    }

    /// <summary>From now on everything passes.</summary>
    public void Heal()
    {
        SwallowRequest = (_, _) => false;
        SwallowAnswer = (_, _) => false;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task RelayAsync(HttpContext context)
    {
        var path = context.Request.Path + context.Request.QueryString;
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var text = System.Text.Encoding.UTF8.GetString(body.ToArray());
        if (SwallowRequest(path, text)) await ForeverAsync(context);

        // Not the caller's token: what has reached the provider is done there, whatever becomes of the caller.
        using var answer = await _http.SendAsync(Forwarded(context.Request, path, body.ToArray()), CancellationToken.None);
        var content = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        if (answer.Content.Headers.ContentType?.MediaType == "application/json")
        {
            var json = System.Text.Encoding.UTF8.GetString(content).Replace(_provider.Authority, Url.Authority);
            Answered.Enqueue((path, text, json));
            content = System.Text.Encoding.UTF8.GetBytes(json);
        }

        if (SwallowAnswer(path, text)) await ForeverAsync(context);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotModified))
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }

    private HttpRequestMessage Forwarded(HttpRequest request, string path, byte[] body)
    {
        var forwarded = new HttpRequestMessage(new(request.Method), new Uri(_provider, path));
        if (body.Length > 0) forwarded.Content = new ByteArrayContent(body);
        foreach (var name in new[] { "Authorization", "Content-Type" })
        {
            if (request.Headers[name].ToString() is not { Length: > 0 } value) continue;
            if (!forwarded.Headers.TryAddWithoutValidation(name, value)) forwarded.Content?.Headers.TryAddWithoutValidation(name, value);
        }

        return forwarded;
    }

    private static async Task ForeverAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
        context.RequestAborted.ThrowIfCancellationRequested();
    }
}
