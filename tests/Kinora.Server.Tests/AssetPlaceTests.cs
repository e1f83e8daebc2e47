using System.Net;
using System.Net.Http.Headers;
using Kinora.Core.Providers;
using Kinora.Server.Hosting;
using Kinora.Server.Settings;
using Kinora.Testing.Processes;

namespace Kinora.Server.Tests;

/// <summary>The real server with its bytes elsewhere than in its data folder.</summary>
public sealed class AssetPlaceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Video_in_a_bucket_is_served_by_ranges()
    {
        using var s3 = await S3Server.StartAsync(Stop);
        await using var origin = await ClipOrigin.StartAsync();
        await using var server = await TestServer.StartAsync(options => options with { Assets = new AssetPlace { S3 = s3.Options } }, folder: _folder);
        server.Provider.Origin = origin.Url;
        server.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new(origin.Url, "clip.mp4")] };
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"A fox","duration":5,"sound":false}""")).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        await client.PostAsync($"/api/generations/{id}/sync", "");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "succeeded");

        var clip = await origin.BytesAsync();
        using var ranged = new HttpRequestMessage(HttpMethod.Get, $"/api/generations/{id}/content") { Headers = { Range = new RangeHeaderValue(100, 199) } };
        using var part = await client.SendAsync(ranged, Stop);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(clip[100..200]);
        (await client.GetByteArrayAsync($"/api/generations/{id}/content", Stop)).ShouldBe(clip);
        using var elsewhere = await client.GetAsync($"/api/generations/{id}/content?redirect=1&download=1", Stop);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        elsewhere.Headers.CacheControl!.NoStore.ShouldBeTrue();
        using var anybody = new HttpClient();
        (await anybody.GetByteArrayAsync(elsewhere.Headers.Location, Stop)).ShouldBe(clip);
        Directory.Exists(Path.Combine(_folder, "assets")).ShouldBeFalse();
        Directory.EnumerateFiles(Path.Combine(_folder, "scratch")).ShouldBeEmpty();

        s3.Kill();
        using var gone = await client.GetAsync($"/api/generations/{id}/content", Stop);
        await gone.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "storage_unavailable");
    }

    [Fact]
    public async Task Bucket_that_is_not_there_is_told_at_the_start()
    {
        using var s3 = await S3Server.StartAsync(Stop);
        var place = new AssetPlace { S3 = s3.Options with { Bucket = "missing" } };
        var fault = await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(options => options with { Assets = place }, folder: _folder));
        fault.Message.ShouldBe("Videos cannot be stored: The asset store s3://missing/ at 127.0.0.1 answered NoSuchBucket (404). Mend that, or choose another place with KINORA_ASSETS.");
    }

    // A file in the way stops root as well, whom permissions do not.
    [Fact]
    public async Task Folder_that_cannot_be_made_is_told_at_the_start()
    {
        var file = Path.Combine(_folder, "file");
        await File.WriteAllTextAsync(file, "in the way", Stop);
        var place = new AssetPlace { Folder = Path.Combine(file, "assets") };
        var fault = await Should.ThrowAsync<StartException>(() => TestServer.StartAsync(options => options with { Assets = place }, folder: _folder));
        fault.Message.ShouldStartWith("Videos cannot be stored: ");
        fault.Message.ShouldContain("KINORA_ASSETS");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
