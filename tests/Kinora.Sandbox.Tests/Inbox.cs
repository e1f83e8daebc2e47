using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kinora.Sandbox.Tests;

/// <summary>A real web server that takes callbacks.</summary>
internal sealed class Inbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(IReadOnlyDictionary<string, string> Headers, JsonNode Body)> _received = Channel.CreateUnbounded<(IReadOnlyDictionary<string, string>, JsonNode)>();

    private Inbox(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/callback";

    /// <summary>The status that callbacks are answered with.</summary>
    public int Status { get; set; } = 200;

    /// <summary>How many have come and were not asked for yet.</summary>
    public int Count => _received.Reader.Count;

    public static async Task<Inbox> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var inbox = new Inbox(builder.Build());
        inbox._app.MapPost("/callback", async context =>
        {
            var body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            context.Response.StatusCode = inbox.Status;
            inbox._received.Writer.TryWrite((context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString()), body!));
        });
        await inbox._app.StartAsync(TestContext.Current.CancellationToken);
        return inbox;
    }

    /// <summary>Waits for the next callback.</summary>
    public async Task<(IReadOnlyDictionary<string, string> Headers, JsonNode Body)> NextAsync() =>
        await _received.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
