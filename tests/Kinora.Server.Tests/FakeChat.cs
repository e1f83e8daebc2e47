using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Kinora.Testing.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Tests;

/// <summary>An OpenAI-compatible chat API on loopback that says what a test wants.</summary>
internal sealed class FakeChat : IAsyncDisposable
{
    private FaultyServer? _server;

    public FaultyServer Server => _server ?? throw new InvalidOperationException("It has not been started.");

    /// <summary>The body of each answer, with status 200.</summary>
    public string Answer { get; set; } = Says("A red fox runs");

    /// <summary>What each answer waits for.</summary>
    public Task Release { get; set; } = Task.CompletedTask;

    /// <summary>Released by each request.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    public ConcurrentQueue<JsonNode> Asked { get; } = [];

    public static async Task<FakeChat> StartAsync(CancellationToken cancellationToken)
    {
        var chat = new FakeChat();
        chat._server = await FaultyServer.StartAsync(app => app.MapPost("/v1/chat/completions", (RequestDelegate)chat.AnswerAsync), cancellationToken);
        return chat;
    }

    /// <summary>The answer of OpenAI's chat API with this text.</summary>
    public static string Says(string? text) => new JsonObject
    {
        ["choices"] = new JsonArray(new JsonObject { ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text } }),
    }.ToJsonString();

    public ValueTask DisposeAsync()
    {
        Arrived.Dispose();
        return Server.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Asked.Enqueue((await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!);
        Arrived.Release();
        await Release;
        await JsonAnswers.WriteAsync(context, Answer, 200);
    }
}
