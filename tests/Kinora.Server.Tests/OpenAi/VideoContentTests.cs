using System.Net;
using System.Net.Http.Headers;

namespace Kinora.Server.Tests.OpenAi;

/// <summary>A video from the request to its bytes, with the sandbox behind it.</summary>
public sealed class VideoContentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Video_is_made_and_its_files_are_served_whole_and_in_ranges()
    {
        await using var server = await TestServer.WithSandboxAsync(
            options => options with { Retention = options.Retention with { Outputs = TimeSpan.FromDays(3) } });
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.CreateAsync("""{"model":"sora-2","prompt":"A kite","seconds":"10","size":"720x1280"}""")).Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "succeeded");

        var video = await client.GetJsonAsync("/v1/videos/" + id);
        (video.Text("status"), video.Number("progress"), video.Text("model"), video.Text("seconds"), video["error"]).ShouldBe(("completed", 100, "sora-2", "10", null));
        (video.Number("expires_at") - video.Number("completed_at")).ShouldBe(3 * 24 * 3600);
        var output = (await client.GetJsonAsync("/api/generations/" + id))["outputs"]![0]!;
        video.Text("size").ShouldBe($"{output.Number("width")}x{output.Number("height")}");
        output.Number("height").ShouldBeGreaterThan(output.Number("width"));

        var whole = await client.GetByteArrayAsync($"/v1/videos/{id}/content", Stop);
        whole.ShouldBe(await client.GetByteArrayAsync($"/api/generations/{id}/content", Stop));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/videos/{id}/content?variant=video") { Headers = { Range = new RangeHeaderValue(10, 19) } };
        using var part = await client.SendAsync(request, Stop);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(whole[10..20]);
        foreach (var (variant, own) in new[] { ("thumbnail", "poster"), ("spritesheet", "filmstrip") })
        {
            using var picture = await client.GetAsync($"/v1/videos/{id}/content?variant={variant}", Stop);
            picture.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
            (await picture.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(await client.GetByteArrayAsync($"/api/generations/{id}/content?variant={own}", Stop));
        }
    }
}
