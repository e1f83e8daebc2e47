using System.Net;
using System.Text.Json.Nodes;
using Kinora.Server.Tests.Models;

namespace Kinora.Server.Tests;

/// <summary>What is made of an earlier generation by one call: remixes, continuations, larger versions.</summary>
public sealed class ChildTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":10,"sound":false,"aspectRatio":"9:16"}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Remix_is_the_same_request_with_changes_and_names_the_earlier_one()
    {
        using var client = shared.CreateClient();
        var earlier = (await client.PostAsync("/api/generate/video", Fox)).Body;

        var remix = await AcceptedAsync(client, earlier, "remix", """{"prompt":"A blue fox","duration":5}""");

        remix.Text("remixOf").ShouldBe(earlier.Text("id"));
        var input = remix["input"]!;
        (input.Text("model"), input.Text("prompt"), input.Number("duration"), input.Text("aspectRatio")).ShouldBe(("kling-2.6", "A blue fox", 5, "9:16"));
        (await client.GetJsonAsync("/api/generations/" + remix.Text("id"))).Text("remixOf").ShouldBe(earlier.Text("id"));
        (await client.GetJsonAsync("/v1/videos/" + remix.Text("id"))).Text("remixed_from_video_id").ShouldBe(earlier.Text("id"));
        (await AcceptedAsync(client, earlier, "remix", """{"aspectRatio":null}"""))["input"]!.Text("aspectRatio").ShouldBe("16:9");
    }

    [Fact]
    public async Task Remix_by_another_model_leaves_to_it_what_it_does_not_have()
    {
        using var client = shared.CreateClient();
        var earlier = (await client.PostAsync("/api/generate/video", """{"model":"wan-2.6","prompt":"A fox","duration":15,"multiShot":true,"resolution":"720p"}""")).Body;

        var input = (await AcceptedAsync(client, earlier, "remix", """{"model":"veo-3.1-fast"}"""))["input"]!;

        (input.Text("model"), input.Text("prompt"), input["multiShot"]).ShouldBe(("veo-3.1-fast", "A fox", null));
        var (status, problem) = await client.PostAsync($"/api/generations/{earlier.Text("id")}/remix", """{"model":"veo-3.1-fast","multiShot":true}""");
        (status, problem["errors"]![0]!.Text("field")).ShouldBe((HttpStatusCode.BadRequest, "multiShot"), problem.ToJsonString());
    }

    [Fact]
    public async Task Remix_with_the_same_key_is_made_once()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var earlier = (await client.PostAsync("/api/generate/video", Fox)).Body;
        client.DefaultRequestHeaders.Add("Idempotency-Key", "k1");
        var first = await AcceptedAsync(client, earlier, "remix", """{"prompt":"x"}""");
        (await AcceptedAsync(client, earlier, "remix", """{"prompt":"x"}""")).Text("id").ShouldBe(first.Text("id"));
        (await client.PostAsync($"/api/generations/{earlier.Text("id")}/remix", """{"prompt":"y"}""")).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Every_action_that_a_take_tells_is_accepted_and_no_other()
    {
        await using var server = await TestServer.StartAsync(options => options with { InitialCredits = 1_000_000 });
        using var client = server.CreateClient();
        var seen = new HashSet<string>();
        foreach (var take in await server.AddTakesAsync(client))
        {
            var actions = take["actions"]!.AsArray().ToLookup(action => action!.Text("name"), action => action!);
            foreach (var size in actions["upscale"].SelectMany(action => action["resolutions"]!.AsArray().Select(one => one!.GetValue<string>())))
            {
                var larger = await AcceptedAsync(client, take, "upscale", $$"""{"resolution":"{{size}}"}""");
                (larger.Text("mode"), larger.Text("parentId")).ShouldBe(("upscale", take.Text("id")));
                seen.Add(larger["model"]!.Text("variant"));
            }

            if (!actions.Contains("upscale")) await RefusedAsync(client, take, "upscale", "{}", HttpStatusCode.Conflict, "conflict");
            if (!actions.Contains("extend"))
            {
                await RefusedAsync(client, take, "extend", """{"prompt":"It goes on"}""", HttpStatusCode.Conflict, "conflict");
                continue;
            }

            var longer = await AcceptedAsync(client, take, "extend", """{"prompt":"It goes on"}""");
            (longer.Text("mode"), longer.Text("parentId"), longer["input"]!.Text("prompt")).ShouldBe(("extend", take.Text("id"), "It goes on"));
            seen.Add(longer["model"]!.Text("variant"));
        }

        seen.ShouldContain("veo/get-4k-video");
        seen.ShouldContain("grok-imagine/upscale");
        seen.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task Larger_version_in_a_size_that_cannot_be_had_tells_those_that_can()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var take = (await server.AddTakesAsync(client)).First(one => one["model"]!.Text("variant").StartsWith("veo", StringComparison.Ordinal));

        var problem = await RefusedAsync(client, take, "upscale", """{"resolution":"8k"}""", HttpStatusCode.BadRequest, "invalid_input");

        problem["errors"]![0]!["allowed"]!.AsArray().Select(one => one!.GetValue<string>()).ShouldBe(["1080p", "4k"]);
        (await AcceptedAsync(client, take, "upscale", "{}"))["model"]!.Text("variant").ShouldBe("veo/get-1080p-video");
    }

    [Theory]
    [InlineData("remix", """{"prompt":5}""", 400, "invalid_input")]
    [InlineData("remix", """{"colour":"red"}""", 400, "invalid_input")]
    [InlineData("remix", """{"model":"no-such-model"}""", 400, "unknown_model")]
    [InlineData("remix", """{"model":null}""", 400, "invalid_input")]
    [InlineData("remix", "[]", 400, "invalid_json")]
    [InlineData("remix", "null", 400, "invalid_json")]
    [InlineData("extend", """{"prompt":"x"}""", 409, "not_ready")]
    [InlineData("upscale", "{}", 409, "not_ready")]
    public async Task What_cannot_be_made_says_why(string action, string json, int status, string code)
    {
        using var client = shared.CreateClient();
        var earlier = (await client.PostAsync("/api/generate/video", Fox)).Body;
        await RefusedAsync(client, earlier, action, json, (HttpStatusCode)status, code);
        (await client.GetJsonAsync("/api/generations/" + earlier.Text("id")))["actions"]!.AsArray().Select(one => one!.Text("name")).ShouldBe(["remix"]);
    }

    [Theory]
    [InlineData("remix")]
    [InlineData("extend")]
    [InlineData("upscale")]
    public async Task What_is_not_there_is_404(string action)
    {
        using var client = shared.CreateClient();
        using var answer = await client.PostAsync($"/api/generations/gen_0/{action}", new StringContent("{}", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")), Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static async Task<JsonNode> AcceptedAsync(HttpClient client, JsonNode earlier, string action, string json)
    {
        var (status, body) = await client.PostAsync($"/api/generations/{earlier.Text("id")}/{action}", json);
        status.ShouldBe(HttpStatusCode.Accepted, $"{action} of {earlier["model"]!.Text("variant")}: {body.ToJsonString()}");
        return body;
    }

    private static async Task<JsonNode> RefusedAsync(HttpClient client, JsonNode earlier, string action, string json, HttpStatusCode status, string code)
    {
        var (given, problem) = await client.PostAsync($"/api/generations/{earlier.Text("id")}/{action}", json);
        (given, problem.Text("code")).ShouldBe((status, code), problem.ToJsonString());
        return problem;
    }
}
