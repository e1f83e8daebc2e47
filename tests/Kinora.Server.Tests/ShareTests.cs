using System.Net;
using System.Text.Json.Nodes;
using Kinora.Testing;

namespace Kinora.Server.Tests;

public sealed class ShareTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Link_tells_and_allows_what_its_owner_says_and_answers_as_none_once_it_has_ended()
    {
        var clock = new ShiftedClock();
        await using var server = await TestServer.WithSandboxAsync(time: clock);
        using var client = server.CreateClient();
        using var nobody = new HttpClient { BaseAddress = client.BaseAddress };
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""")).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "succeeded");
        var share = $"/api/generations/{id}/share";

        var made = (await client.SendJsonAsync("PUT", share)).Body;
        made["share"]!.ToJsonString().ShouldBe("""{"showPrompt":true,"allowDownload":true}""");
        var path = made.Text("sharePath");
        await FileShouldBeAsync(path, "kling-2.6-a-red-fox.mp4");

        var ends = clock.GetUtcNow().AddDays(1);
        var closer = (await client.SendJsonAsync("PUT", share, $$"""{"showPrompt":false,"endsAt":"{{ends:O}}"}""")).Body;
        closer.Text("sharePath").ShouldBe(path, "the link that people have holds");
        var open = await nobody.GetJsonAsync(path);
        (open["model"], open["prompt"], open["allowDownload"]!.GetValue<bool>()).ShouldBe((null, null, true));
        await FileShouldBeAsync(path, "video.mp4");
        await client.SendJsonAsync("PUT", share, $$"""{"allowDownload":false,"endsAt":"{{ends:O}}"}""");
        (await nobody.GetJsonAsync(path))["allowDownload"]!.GetValue<bool>().ShouldBeFalse();
        await FileShouldBeAsync(path, null);
        (await nobody.GetAsync(path + "/content", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.SendJsonAsync("PUT", share)).Body["share"]!["allowDownload"]!.GetValue<bool>().ShouldBeFalse("without a body nothing is changed");

        clock.Ahead = TimeSpan.FromDays(1);
        foreach (var ended in new[] { path, path + "/content" })
        {
            using var answer = await nobody.GetAsync(ended, Stop);
            using var never = await nobody.GetAsync(ended.Replace(path, "/api/shared/made-up", StringComparison.Ordinal), Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            Words(await answer.Content.ReadAsStringAsync(Stop)).ShouldBe(Words(await never.Content.ReadAsStringAsync(Stop)));
        }

        (await client.GetJsonAsync($"/api/generations/{id}"))["share"]!["endsAt"]!.GetValue<DateTimeOffset>().ShouldBe(ends, TimeSpan.FromMilliseconds(1));
        var anew = (await client.SendJsonAsync("PUT", share)).Body;
        anew.Text("sharePath").ShouldNotBe(path);
        anew["share"]!["endsAt"].ShouldBeNull();
        var (status, refused) = await client.SendJsonAsync("PUT", share, $$"""{"endsAt":"{{ends:O}}"}""");
        (status, refused["errors"]![0]!.Text("field")).ShouldBe((HttpStatusCode.BadRequest, "endsAt"));

        async Task FileShouldBeAsync(string under, string? name)
        {
            using var answer = await nobody.GetAsync(under + "/content?download=1", Stop);
            answer.StatusCode.ShouldBe(name is null ? HttpStatusCode.NotFound : HttpStatusCode.OK);
            answer.Content.Headers.ContentDisposition?.FileName.ShouldBe(name);
        }
    }

    // Everything but the id of the request.
    private static string Words(string problem)
    {
        var words = JsonNode.Parse(problem)!.AsObject();
        words.Remove("traceId");
        words.Remove("instance");
        return words.ToJsonString();
    }
}
