using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Tests.Providers;
using Kinora.Testing;
using Kinora.Testing.Providers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Tests.OpenAi;

/// <summary>Kinora as the provider of another Kinora: the provider for servers of OpenAI's videos API, against the real one with the sandbox behind it.</summary>
/// <remarks>The wire between the two can be spoilt, and can say what Kinora never would: an unknown word, and that calls come too often.</remarks>
public sealed class KinoraOfKinoraTests : ProviderCompliance
{
    private const string Model = "kling-2.6";
    private readonly ConcurrentDictionary<string, string> _words = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private HttpClient? _client;
    private IGenerationProvider? _provider;
    private TestServer? _server;
    private FaultyServer? _wire;

    protected override IGenerationProvider Provider => _provider!;

    protected override int CreateCalls => _wire!.Calls.Count(call => call.StartsWith("POST", StringComparison.Ordinal));

    protected override async Task<int> MadeAsync() => (await _client!.GetJsonAsync("/v1/videos"))["data"]!.AsArray().Count;

    protected override TimeSpan? ComeAgain => TimeSpan.FromSeconds(20);

    protected override bool CanCancel => false;

    protected override string? CallbackPath => null;

    protected override Uri Server => _wire!.Address;

    protected override ProviderSubmission Submission { get; } = Asking("a kite");

    public override async ValueTask InitializeAsync()
    {
        _server = await TestServer.WithSandboxAsync(options => options with { AdminKey = Key }, folder: _folder);
        _client = _server.CreateClient(Key);
        _wire = await FaultyServer.StartAsync(app => app.Run(RelayAsync), Stop);
        _provider = At(_wire.Address);
    }

    public override async ValueTask DisposeAsync()
    {
        await _wire!.DisposeAsync();
        _client!.Dispose();
        await _server!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    // Kinora tells what was asked for wrongly by 400, and that the credits are spent as OpenAI does.
    protected override string CodeOf(int status) => status switch
    {
        422 => "400",
        402 => "429",
        _ => base.CodeOf(status),
    };

    protected override IGenerationProvider With(Uri address, IReadOnlyList<string> keys) =>
        TestProviders.Connect(new() { Id = "kinora", Provider = ProviderNames.OpenAiVideos, BaseUrl = address, Keys = keys }, Clock);

    protected override Task<SubmissionOutcome> SubmitAsync(WireFault fault)
    {
        _wire!.Fault = fault;
        return Provider.SubmitAsync(Submission, Stop);
    }

    protected override async Task<SubmissionOutcome> RefuseAsync(int status)
    {
        switch (status)
        {
            case 401:
                return await With(Server, ["another"]).SubmitAsync(Submission, Stop);
            case 402:
                await _client!.PostAsync("/api/admin/accounts/owner/adjustments", """{"credits":-9999,"reason":"Spent"}""");
                return await Provider.SubmitAsync(Submission, Stop);
            case 404:
                return await Provider.SubmitAsync(Submission with { Model = "nothing" }, Stop);
            case 422:
                return await Provider.SubmitAsync(Submission with { Input = new JsonObject { ["prompt"] = "a kite", ["seconds"] = "7" } }, Stop);
            default:
                _wire!.Refusal = new(status, new JsonObject { ["error"] = new JsonObject { ["message"] = "Too many calls." } }) { RetryAfter = 20 };
                return await Provider.SubmitAsync(Submission, Stop);
        }
    }

    protected override async Task<string> BringToAsync(Stand stand)
    {
        var (prompt, status) = stand switch
        {
            Stand.Made or Stand.Expired => ("a kite", "succeeded"),
            Stand.Failed => ("[[fail:501:It broke.]]", "failed"),
            _ => ("[[stuck]]", "running"),
        };
        using var listener = await EventListener.StartAsync(_client!);
        var id = (await Provider.SubmitAsync(Asking(prompt), Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>().TaskId;
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == status);
        if (stand is Stand.UnknownWord) _words[id] = "dreaming";
        if (stand is Stand.Expired) Directory.Delete(Path.Combine(_folder, "assets"), recursive: true);
        return id;
    }

    // What is no picture would not be taken: the bytes travel inside one.
    protected override async Task<byte[]> ArrivedAsync(byte[] content)
    {
        var picture = PlainPng.Of(320, 320, content);
        var file = new ProviderFile("a picture.png", "image/png", _ => Task.FromResult<Stream>(new MemoryStream(picture)));
        var submission = Submission with
        {
            Input = new JsonObject { ["prompt"] = "a kite", ["input_reference"] = "asset_1" },
            Files = new Dictionary<string, ProviderFile> { ["asset_1"] = file },
        };
        var id = (await Provider.SubmitAsync(submission, Stop)).ShouldBeOfType<SubmissionOutcome.Accepted>().TaskId;
        var generation = await _client!.GetJsonAsync("/api/generations/" + id);
        var arrived = await _client!.GetByteArrayAsync($"/api/assets/{generation["input"]!.Text("firstFrame")}/content", Stop);
        arrived.ShouldBe(picture);
        return arrived.AsSpan(arrived.AsSpan().IndexOf(content), content.Length).ToArray();
    }

    private static ProviderSubmission Asking(string prompt) =>
        new("videos", Model, new JsonObject { ["prompt"] = prompt, ["seconds"] = "5", ["size"] = "720x720" }, null);

    private async Task RelayAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new(context.Request.Method), new Uri(_server!.Url, context.Request.Path + context.Request.QueryString));
        if (context.Request.ContentType is { } type)
        {
            request.Content = new StreamContent(context.Request.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        request.Headers.TryAddWithoutValidation("Authorization", context.Request.Headers.Authorization.ToString());
        using var client = _server.CreateClient(key: null);
        using var answer = await client.SendAsync(request, CancellationToken.None);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        if (_words.TryGetValue(context.Request.Path.ToString().Split('/')[^1], out var word))
        {
            var video = JsonNode.Parse(body)!;
            video["status"] = word;
            body = System.Text.Encoding.UTF8.GetBytes(video.ToJsonString());
        }

        await context.Response.Body.WriteAsync(body);
    }
}
