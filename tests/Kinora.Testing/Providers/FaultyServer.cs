using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kinora.Testing.Providers;

/// <summary>A web server on loopback that spoils its answers at the word of a test. Nothing in it waits for time to pass.</summary>
public sealed class FaultyServer : IAsyncDisposable
{
    private const string Page = "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
    private readonly WebApplication _app;
    private readonly TaskCompletionSource _stalled = new();

    private FaultyServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    /// <summary>What happens to every answer from now on.</summary>
    public WireFault Fault { get; set; }

    /// <summary>What every call is answered instead of being carried out; null for none.</summary>
    public Refusal? Refusal { get; set; }

    /// <summary>Completes when an answer hangs.</summary>
    public Task Stalled => _stalled.Task;

    /// <summary>Method and path of each call.</summary>
    public ConcurrentQueue<string> Calls { get; } = [];

    /// <summary>What each call was authorized with; an empty text for nothing.</summary>
    public ConcurrentQueue<string> Authorizations { get; } = [];

    public static async Task<FaultyServer> StartAsync(Action<WebApplication> map, CancellationToken cancellationToken, WireFault fault = WireFault.None)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FaultyServer(builder.Build()) { Fault = fault };
        server._app.Use(server.ServeAsync);
        server._app.UseRouting();
        map(server._app);
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        Calls.Enqueue($"{context.Request.Method} {context.Request.Path}");
        Authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
        var (response, body) = (context.Response, context.Response.Body);
        using var held = new MemoryStream();
        response.Body = held;
        if (Refusal is { } refusal) await refusal.AnswerAsync(context);
        else await next(context);
        response.Body = body;
        await SendAsync(context, held.GetBuffer().AsMemory(0, (int)held.Length));
    }

    private async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> answer)
    {
        var response = context.Response;
        switch (Fault)
        {
            case WireFault.None:
                await response.Body.WriteAsync(answer);
                break;
            case WireFault.Lost:
                context.Abort();
                break;
            case WireFault.Truncated:
                response.ContentLength = answer.Length / 2;
                await response.Body.WriteAsync(answer[..(answer.Length / 2)]);
                break;
            case WireFault.Html502:
                (response.StatusCode, response.ContentType, response.ContentLength) = (502, "text/html", Page.Length);
                await response.Body.WriteAsync(Encoding.UTF8.GetBytes(Page));
                break;
            case WireFault.Stalled:
                await response.Body.WriteAsync(answer[..(answer.Length / 2)]);
                await response.Body.FlushAsync();
                await HangAsync(context);
                break;
            case WireFault.Oversized:
                response.ContentLength = null;
                var chunk = new byte[64 * 1024];
                chunk.AsSpan().Fill((byte)' ');
                // Twice the size that the most generous client reads.
                for (var chunks = 0; chunks < 128 && !context.RequestAborted.IsCancellationRequested; chunks++) await response.Body.WriteAsync(chunk);
                await response.Body.WriteAsync(answer);
                break;
        }
    }

    private async Task HangAsync(HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        _stalled.TrySetResult();
        await gone.Task;
    }
}

/// <summary>An answer that says no.</summary>
public sealed record Refusal(int Status, JsonNode Body)
{
    /// <summary>In seconds; null for no such header.</summary>
    public int? RetryAfter { get; init; }

    public Task AnswerAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        if (RetryAfter is { } seconds) context.Response.Headers.RetryAfter = seconds.ToString();
        return JsonAnswers.WriteAsync(context, Body, Status);
    }
}
