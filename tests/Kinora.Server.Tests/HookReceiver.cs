using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Tests;

/// <summary>A real web server that takes webhooks at any path, and verifies them as the specification says, without a line of Kinora's.</summary>
internal sealed class HookReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<Hook> _received = Channel.CreateUnbounded<Hook>();

    private HookReceiver(WebApplication app) => _app = app;

    public string Address => _app.Urls.First() + "/hooks";

    /// <summary>The status that they are answered with.</summary>
    public int Status { get; set; } = 200;

    public static async Task<HookReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new HookReceiver(builder.Build());
        receiver._app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            var headers = context.Request.Headers;
            var hook = new Hook(
                context.Request.Path, headers["webhook-id"].ToString(), headers["webhook-timestamp"].ToString(), headers["webhook-signature"].ToString(), await reader.ReadToEndAsync());
            context.Response.StatusCode = receiver.Status;
            await context.Response.WriteAsync("heard");
            receiver._received.Writer.TryWrite(hook);
        });
        await receiver._app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    /// <summary>Waits for the next one.</summary>
    public async Task<Hook> NextAsync() => await _received.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60), TimeProvider.System);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>A webhook as it came.</summary>
internal sealed record Hook(string Path, string Id, string Timestamp, string Signatures, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public string Type => Json.Text("type");

    /// <summary>Whether this secret signed it.</summary>
    public bool IsSignedWith(string secret)
    {
        secret.ShouldStartWith("whsec_");
        var key = Convert.FromBase64String(secret[6..]);
        var signature = Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
        return Signatures.Split(' ').Contains("v1," + signature);
    }
}
