using Kinora.Client;

namespace Kinora.Server.Tests;

/// <summary>Everything as a person runs it: no key, the sandbox inside, spoken to over HTTP.</summary>
public sealed class SandboxHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prompt_becomes_a_stored_video_and_the_typed_client_sees_it_through()
    {
        await using var server = await TestServer.WithSandboxAsync();
        using var http = server.CreateClient();
        var client = new KinoraClient(http);
        (await client.AccountAsync(Stop)).Provider.ShouldBe("sandbox");
        (await client.ModelsAsync(cancellationToken: Stop)).Items.ShouldContain(model => model.Id == "kling-2.6");
        var request = new GenerateVideoRequest { Model = "kling-2.6", Prompt = "A lighthouse in a storm", Duration = 5, Sound = true };
        var quote = await client.QuoteAsync(request, Stop);

        var generation = await client.GenerateAsync(request, "lighthouse", Stop);
        await foreach (var happened in client.EventsAsync(0, Stop))
        {
            happened.Generation?.Failure.ShouldBeNull();
            if (happened.Generation?.Status == "succeeded") break;
        }

        generation = await client.GetAsync(generation.Id, Stop);
        generation.Charge.Captured.ShouldBe(quote.Credits);
        generation.Outputs.Single().DurationSeconds.ShouldBe(5, 0.1);
        generation.Outputs.Single().HasSound.ShouldBeTrue();
        generation.Outputs.Single().PreviewUrl.ShouldNotBeNull();
        generation.History.ShouldContain(entry => entry.Cause == "callback");
        await using var video = await client.OpenContentAsync(generation.Id, cancellationToken: Stop);
        using var bytes = new MemoryStream();
        await video.CopyToAsync(bytes, Stop);
        bytes.Length.ShouldBe(generation.Outputs.Single().Bytes);

        (await client.GenerateAsync(request, "lighthouse", Stop)).Id.ShouldBe(generation.Id);
        (await client.ListAsync(filter: new() { Status = "succeeded" }, cancellationToken: Stop)).Items.Single().Id.ShouldBe(generation.Id);
        (await client.LedgerAsync(limit: 1, cancellationToken: Stop)).Items.Single().Kind.ShouldBe("capture");
        var refused = await Should.ThrowAsync<KinoraException>(() => client.CancelAsync(generation.Id, Stop));
        refused.Problem.Code.ShouldBe("not_cancelable");
    }

    [Fact]
    public async Task Sandbox_keeps_its_port_over_restarts_and_takes_another_when_it_is_taken()
    {
        await using (await TestServer.WithSandboxAsync(folder: _folder)) { }
        var port = await PortAsync();
        await using (await TestServer.WithSandboxAsync(folder: _folder)) { }
        (await PortAsync()).ShouldBe(port);

        using var thief = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        thief.Start();
        await using (await TestServer.WithSandboxAsync(folder: _folder)) { }
        (await PortAsync()).ShouldNotBe(port);
    }

    [Fact]
    public async Task Sandbox_inside_serves_nobody_but_its_server()
    {
        await using var server = await TestServer.WithSandboxAsync(folder: _folder);
        using var stranger = new HttpClient { BaseAddress = new($"http://127.0.0.1:{await PortAsync()}") };
        stranger.DefaultRequestHeaders.Authorization = new("Bearer", "sandbox");
        (await stranger.GetJsonAsync("/api/v1/chat/credit")).Number("code").ShouldBe(401);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<int> PortAsync() => int.Parse(await File.ReadAllTextAsync(Path.Combine(_folder, "sandbox.port"), Stop));
}
