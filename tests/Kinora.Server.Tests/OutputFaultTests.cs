using Kinora.Client;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Sandbox;
using Kinora.Server.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests;

/// <summary>The sandbox's bad days with outputs, through the whole server.</summary>
public sealed class OutputFaultTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_that_has_lapsed_is_exchanged_for_a_link_and_the_video_arrives()
    {
        await using var host = await KinoraHost.StartAsync(Options, Stop);
        using var http = new HttpClient { BaseAddress = host.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", TestServer.Key);
        var client = new KinoraClient(http);

        var id = (await client.GenerateAsync(Request("[[expired-url]]"), null, Stop)).Id;
        await foreach (var happened in client.EventsAsync(0, Stop))
        {
            if (happened.Generation is { Id: var one, Status: "succeeded" or "failed" } && one == id) break;
        }

        var done = await client.GetAsync(id, Stop);
        done.Status.ShouldBe("succeeded");
        done.Charge.Captured.ShouldBe(done.Quote.Credits);
        done.Outputs.Single().PreviewUrl.ShouldNotBeNull();
    }

    [Fact]
    public async Task Success_without_an_address_is_told_apart_from_one_that_still_runs()
    {
        await using var host = await KinoraHost.StartAsync(Options, Stop);
        using var http = new HttpClient { BaseAddress = host.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", TestServer.Key);
        var client = new KinoraClient(http);
        var store = host.Services.GetRequiredService<GenerationStore>();

        var id = (await client.GenerateAsync(Request("[[no-url]]"), null, Stop)).Id;
        Generation? seen = null;
        await foreach (var _ in client.EventsAsync(0, Stop))
        {
            seen = await store.FindAsync(id, Stop);
            if (seen?.Status is GenerationStatus.Running) break;
        }

        while (seen!.Attempt?.EmptySince is null)
        {
            await Task.Yield();
            seen = await store.FindAsync(id, Stop);
        }

        seen.Status.ShouldBe(GenerationStatus.Running);
        seen.DueAt.ShouldNotBeNull();
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static GenerateVideoRequest Request(string directive) => new() { Model = "kling-2.6", Prompt = "A lighthouse " + directive, Duration = 5, Sound = false };

    private KinoraOptions Options => new()
    {
        Urls = ["http://127.0.0.1:0"],
        DataFolder = _folder,
        CatalogFolder = Repository.Path("catalog"),
        AdminKey = TestServer.Key,
        SandboxSpeed = 0,
        SandboxRender = SandboxRender.Fast,
        SandboxLimits = false,
    };
}
