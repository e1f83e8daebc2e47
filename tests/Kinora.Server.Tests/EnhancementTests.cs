using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Kinora.Core.Enhancement;
using Kinora.Testing;
using Kinora.Testing.Providers;

namespace Kinora.Server.Tests;

public sealed class EnhancementTests : IAsyncLifetime
{
    private const string Path = "/api/prompts/enhance", Fox = """{"prompt":"fox"}""", Secret = "sk-operators-own";
    private FakeChat? _chat;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
    private FakeChat Chat => _chat!;

    public async ValueTask InitializeAsync() => _chat = await FakeChat.StartAsync(Stop);

    public ValueTask DisposeAsync() => Chat.DisposeAsync();

    [Fact]
    public async Task Prompt_is_bettered_by_the_operators_chat_api_for_the_model_chosen()
    {
        await using var server = await StartAsync(Secret);
        using var client = server.CreateClient();
        (await client.GetJsonAsync("/api/account"))["features"]!["enhance"]!.GetValue<bool>().ShouldBeTrue();
        var (status, body) = await client.PostAsync(Path, """{"prompt":"лис «Рыжик»","model":"kling-2.6","mode":"image-to-video"}""");
        status.ShouldBe(HttpStatusCode.OK, body.ToJsonString());
        body.ToJsonString().ShouldBe("""{"prompt":"A red fox runs"}""");

        var asked = Chat.Asked.ShouldHaveSingleItem();
        (asked.Text("model"), asked["stream"]!.GetValue<bool>()).ShouldBe(("small-chat", false));
        var messages = asked["messages"]!.AsArray();
        messages.Select(message => message!.Text("role")).ShouldBe(["system", "user"]);
        var brief = messages[0]!.Text("content");
        brief.ShouldContain("at most 1000 characters");
        brief.ShouldContain("begins with a picture");
        brief.ShouldContain("The video may have sound");
        messages[1]!.Text("content").ShouldBe("лис «Рыжик»");
        Chat.Server.Authorizations.ShouldHaveSingleItem().ShouldBe("Bearer " + Secret);
        (await client.GetJsonAsync("/api/prompts"))["items"]!.AsArray().ShouldBeEmpty("nothing is kept");
        (await client.GetJsonAsync("/api/account/ledger"))["items"]!.AsArray().Count.ShouldBe(1, "nothing is charged");
    }

    [Fact]
    public async Task Server_without_keys_is_sent_none_and_a_prompt_without_a_model_is_for_any()
    {
        await using var server = await StartAsync(key: null);
        using var client = server.CreateClient();
        (await client.PostAsync(Path, Fox)).Status.ShouldBe(HttpStatusCode.OK);
        Chat.Server.Authorizations.ShouldHaveSingleItem().ShouldBe("");
        Chat.Asked.ShouldHaveSingleItem()["messages"]![0]!.Text("content").ShouldContain("at most 1500 characters");
    }

    [Fact]
    public async Task Answer_becomes_one_line_and_is_cut_to_the_models_limit_at_a_word()
    {
        await using var server = await StartAsync();
        using var client = server.CreateClient();
        foreach (var (said, expected) in new[]
        {
            (" \u0000A\u001b fox\r\n\truns \u0007", "A fox runs"),
            ("<think>A fox, hm.</think>\n\nA fox", "A fox"),
            (string.Concat(Enumerable.Repeat("word ", 300)), string.Join(' ', Enumerable.Repeat("word", 200))),
            (new string('x', 2000), new string('x', 1000)),
            ("x" + string.Concat(Enumerable.Repeat("🦊", 600)), "x" + string.Concat(Enumerable.Repeat("🦊", 499))),
        })
        {
            Chat.Answer = FakeChat.Says(said);
            (await client.PostAsync(Path, """{"prompt":"fox","model":"kling-2.6"}""")).Body.ToJsonString().ShouldBe(new JsonObject { ["prompt"] = expected }.ToJsonString());
        }
    }

    [Fact]
    public async Task Answer_for_a_long_prompt_may_be_longer()
    {
        await using var server = await StartAsync();
        using var client = server.CreateClient();
        await client.PostAsync(Path, $$"""{"prompt":"{{new string('x', 1000)}}"}""");
        Chat.Asked.ShouldHaveSingleItem()["messages"]![0]!.Text("content").ShouldContain("at most 2000 characters");
        Chat.Answer = FakeChat.Says(new string('x', PromptEnhancer.LongestPrompt + 1));
        (await client.PostAsync(Path, Fox)).Body.Text("prompt").Length.ShouldBe(PromptEnhancer.LongestPrompt);
    }

    [Fact]
    public async Task Answer_that_holds_no_prompt_is_a_bad_gateway()
    {
        await using var server = await StartAsync();
        using var client = server.CreateClient();
        foreach (var useless in new[]
        {
            "", "{", "[]", "null", "5", "{}", """{"choices":{}}""", """{"choices":[]}""", """{"choices":[7]}""", """{"choices":[{"message":"A fox"}]}""",
            """{"choices":[{"message":{"content":["A fox"]}}]}""", """{"choices":[{"message":{"content":"\ud800"}}]}""", FakeChat.Says(null), FakeChat.Says(" \n\u0000 "),
            FakeChat.Says("<think>A fox</think>"), FakeChat.Says(new string('x', 65 * 1024)),
        })
        {
            Chat.Answer = useless;
            await ShouldFailAsync(client, HttpStatusCode.BadGateway);
        }

        foreach (var fault in new[] { WireFault.Truncated, WireFault.Oversized })
        {
            (Chat.Answer, Chat.Server.Fault) = (FakeChat.Says("A fox"), fault);
            await ShouldFailAsync(client, HttpStatusCode.BadGateway);
        }
    }

    [Theory]
    [InlineData(400, null, 502, null)]
    [InlineData(401, null, 502, null)]
    [InlineData(404, 7, 502, null)]
    [InlineData(429, 7, 503, 7)]
    [InlineData(429, null, 503, null)]
    [InlineData(429, 999_999, 503, 3600)]
    [InlineData(500, null, 503, null)]
    [InlineData(503, 20, 503, 20)]
    public async Task Refusal_is_told_without_its_words(int status, int? retryAfter, int expected, int? told)
    {
        Chat.Server.Refusal = new(status, new JsonObject { ["error"] = new JsonObject { ["message"] = $"Incorrect API key provided: {Secret}" } }) { RetryAfter = retryAfter };
        await using var server = await StartAsync(Secret);
        using var client = server.CreateClient();
        using var answer = await ShouldFailAsync(client, (HttpStatusCode)expected);
        answer.Headers.RetryAfter?.Delta.ShouldBe(told is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
        (answer.Headers.RetryAfter is null).ShouldBe(told is null);
        Chat.Server.Calls.Count.ShouldBe(1, "each wish is asked once");
    }

    [Fact]
    public async Task Chat_api_that_breaks_off_or_is_not_there_is_unavailable()
    {
        await using var server = await StartAsync();
        using var client = server.CreateClient();
        Chat.Server.Fault = WireFault.Lost;
        await ShouldFailAsync(client, HttpStatusCode.ServiceUnavailable);
        await using var alone = await TestServer.StartAsync(options => options with { Enhance = new(new("http://127.0.0.1:1/v1"), null, "m") });
        using var other = alone.CreateClient();
        await ShouldFailAsync(other, HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task Chat_api_that_stalls_is_given_up_after_30_seconds()
    {
        var clock = new FakeClock();
        Chat.Server.Fault = WireFault.Stalled;
        await using var server = await StartAsync(time: clock);
        using var client = server.CreateClient();
        var failing = ShouldFailAsync(client, HttpStatusCode.ServiceUnavailable);
        await Chat.Server.Stalled.WaitAsync(Stop);
        clock.Advance(TimeSpan.FromSeconds(29));
        failing.IsCompleted.ShouldBeFalse();
        clock.Advance(TimeSpan.FromSeconds(1));
        await failing;
    }

    [Fact]
    public async Task Account_has_two_at_once_and_others_have_theirs()
    {
        var release = new TaskCompletionSource();
        Chat.Release = release.Task;
        await using var server = await StartAsync();
        using var client = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        var first = new[] { client.PostAsync(Path, Fox), client.PostAsync(Path, Fox) };
        for (var i = 0; i < first.Length; i++) await Chat.Arrived.WaitAsync(Stop);
        using var content = Json(Fox);
        using (var refused = await client.PostAsync(Path, content, Stop)) await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");
        var theirs = other.PostAsync(Path, Fox);
        await Chat.Arrived.WaitAsync(Stop);
        release.SetResult();
        foreach (var done in first.Append(theirs)) (await done).Status.ShouldBe(HttpStatusCode.OK);
        (await client.PostAsync(Path, Fox)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wish_with_faults_is_refused_and_nobody_is_asked()
    {
        await using var server = await StartAsync();
        using var client = server.CreateClient();
        foreach (var (body, code, field) in new[]
        {
            ("""{"prompt":" "}""", "invalid_input", "prompt"),
            ($$"""{"prompt":"{{new string('x', PromptEnhancer.LongestPrompt + 1)}}"}""", "invalid_input", "prompt"),
            ("{}", "invalid_input", "prompt"),
            ("""{"prompt":"fox","model":"no-such"}""", "unknown_model", "model"),
            ("""{"prompt":"fox","model":"kling-2.6","mode":"video-to-opera"}""", "invalid_input", "mode"),
            ("""{"prompt":"fox","model":"topaz-upscale"}""", "invalid_input", "model"),
            ("""{"prompt":"fox","mode":"video-to-opera"}""", "invalid_input", "mode"),
            ("""{"prompt":"fox","model":"kling-2.6","mode":"extend"}""", "invalid_input", "mode"),
        })
        {
            var (status, problem) = await client.PostAsync(Path, body);
            (status, problem.Text("code")).ShouldBe((HttpStatusCode.BadRequest, code), body);
            problem["errors"]![0]!.Text("field").ShouldBe(field);
        }

        Chat.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Server_without_a_chat_api_says_so()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        (await client.GetJsonAsync("/api/account"))["features"]!["enhance"]!.GetValue<bool>().ShouldBeFalse();
        using var content = Json(Fox);
        using var answer = await client.PostAsync(Path, content, Stop);
        (await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found")).Text("detail").ShouldContain("no chat API");
        using var stranger = server.CreateClient(key: null);
        (await stranger.PostAsync(Path, Fox)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private Task<TestServer> StartAsync(string? key = null, TimeProvider? time = null) =>
        TestServer.StartAsync(options => options with { Enhance = new(new(Chat.Server.Address, "/v1/"), key, "small-chat") }, time);

    private static async Task<HttpResponseMessage> ShouldFailAsync(HttpClient client, HttpStatusCode status)
    {
        using var content = Json(Fox);
        var answer = await client.PostAsync(Path, content, Stop);
        (await answer.ShouldBeProblemAsync(status, "enhance_unavailable")).ToJsonString().ShouldNotContain(Secret);
        return answer;
    }

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
