using System.Net;
using System.Net.Http.Headers;

namespace Kinora.Server.Tests.OpenAi;

/// <summary>A video from the request to its bytes, with the sandbox behind it.</summary>
public sealed class VideoContentTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Video_is_made_served_whole_and_in_ranges_and_deleted_everywhere()
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

        using var deleted = await client.DeleteAsync("/v1/videos/" + id, Stop);
        (await deleted.JsonAsync()).ToJsonString().ShouldBe($$"""{"id":"{{id}}","object":"video.deleted","deleted":true}""");
        foreach (var path in new[] { $"/v1/videos/{id}", $"/v1/videos/{id}/content" })
        {
            using var gone = await client.GetAsync(path, Stop);
            await gone.ShouldBeErrorAsync(404, "not_found");
        }

        using var elsewhere = await client.GetAsync($"/api/generations/{id}/content", Stop);
        await elsewhere.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        foreach (var order in new[] { "asc", "desc" }) (await client.GetJsonAsync("/v1/videos?order=" + order))["data"]!.AsArray().ShouldBeEmpty();
        using var again = await client.DeleteAsync("/v1/videos/" + id, Stop);
        await again.ShouldBeErrorAsync(404, "not_found");
    }
}
