using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests.Control;

/// <summary>The sandbox's own calls.</summary>
public sealed class ControlTests
{
    private const string Model = "kling-2.6/text-to-video";
    private static readonly object Input = new { prompt = "a cat", duration = "5", aspect_ratio = "1:1", sound = false };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("paused", 500, "This interface is temporarily paused.")]
    [InlineData("switched-off", 505, "This interface is temporarily paused.")]
    [InlineData("unpublished", 404, "The page does not exist or is not published")]
    [InlineData("withdrawn", 422, "The page does not exist or is not published")]
    [InlineData("maintenance", 455, "The service is currently undergoing maintenance")]
    [InlineData("no-credits", 402, "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.")]
    [InlineData("capped", 433, "The sub-key has reached its spending cap")]
    [InlineData("busy", 429, "Rate limit exceeded")]
    [InlineData("broken", 500, "Server exception, please try again later or contact customer service")]
    public async Task Model_in_a_state_refuses_and_others_go_on(string state, int code, string message)
    {
        await using var caller = await StartAsync();

        await caller.ControlAsync(HttpMethod.Put, "/sandbox/models", new { model = Model, state });

        (await CreateAsync(caller, Model)).ShouldBe((code, message));
        (await CreateAsync(caller, "kling-2.6/image-to-video")).Code.ShouldBe(500); // For its missing picture.
        await caller.ControlAsync(HttpMethod.Put, "/sandbox/models", new { model = Model, state = "ok" });
        (await CreateAsync(caller, Model)).ShouldBe((200, "success"));
    }

    [Fact]
    public async Task State_of_every_model_spares_those_that_have_their_own()
    {
        await using var caller = await StartAsync();

        await caller.ControlAsync(HttpMethod.Put, "/sandbox/models", new { model = "*", state = "maintenance" });
        var listed = await caller.ControlAsync(HttpMethod.Put, "/sandbox/models", new { model = Model, state = "ok" });

        listed["models"]!.AsArray().Select(one => (one!["model"]!.GetValue<string>(), one["state"]!.GetValue<string>())).ShouldBe([("*", "maintenance"), (Model, "ok")]);
        (await CreateAsync(caller, Model)).Code.ShouldBe(200);
        (await caller.PostAsync("/api/v1/veo/generate", new { prompt = "x" }))["code"]!.GetValue<int>().ShouldBe(455);
        (await caller.ControlAsync(HttpMethod.Put, "/sandbox/models", new { model = "*", state = "ok" }))["models"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Balance_can_be_set()
    {
        await using var caller = await StartAsync();

        await caller.ControlAsync(HttpMethod.Post, "/sandbox/credits", new { credits = 54.5 });

        (await caller.CreditAsync()).ShouldBe(54.5m);
        (await CreateAsync(caller, Model)).Code.ShouldBe(402);
    }

    [Fact]
    public async Task Callback_of_a_task_that_is_done_can_be_asked_for_again()
    {
        await using var caller = await Caller.StartAsync(options => options.Render = SandboxRender.None);
        await using var inbox = await Inbox.StartAsync();
        var id = await caller.CreateAsync(Model, Input, inbox.Address);
        var first = await inbox.NextAsync();

        var status = await AskAgainAsync(id);
        for (var tries = 0; tries < 500 && status is HttpStatusCode.Conflict; tries++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stop);
            status = await AskAgainAsync(id);
        }

        status.ShouldBe(HttpStatusCode.Accepted);
        (await inbox.NextAsync()).Body.ToJsonString().ShouldBe(first.Body.ToJsonString());
        (await AskAgainAsync("task_of_somebody")).ShouldBe(HttpStatusCode.BadRequest);
        (await AskAgainAsync(await caller.CreateAsync(Model, Input))).ShouldBe(HttpStatusCode.BadRequest);

        async Task<HttpStatusCode> AskAgainAsync(string taskId)
        {
            using var answer = await caller.Http.PostAsJsonAsync("/sandbox/callbacks", new { taskId }, Stop);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("""{"advance":"yesterday"}""")]
    [InlineData("""{"advance":"-1s"}""")]
    [InlineData("""{"advance":"4000d"}""")]
    [InlineData("""{"advance":5}""")]
    [InlineData("""{"advance":"\ud800"}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Clock_that_is_moved_wrongly_says_how_it_is_done(string body)
    {
        await using var caller = await StartAsync();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var answer = await caller.Http.PostAsync("/sandbox/clock", content, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!["error"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Clock_tells_how_far_it_is_ahead()
    {
        await using var caller = await StartAsync();

        await caller.AdvanceAsync("14d");
        await caller.AdvanceAsync("00:20:00");

        (await caller.GetAsync("/sandbox/clock"))["ahead"]!.GetValue<string>().ShouldBe("14.00:20:00");
    }

    [Theory]
    [InlineData("POST", "/sandbox/clock")]
    [InlineData("POST", "/sandbox/credits")]
    [InlineData("POST", "/sandbox/callbacks")]
    [InlineData("PUT", "/sandbox/models")]
    public async Task Change_needs_a_key_and_json(string method, string path)
    {
        await using var caller = await StartAsync();

        (await StatusAsync("application/json", null)).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("application/json", "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync("text/plain", "sandbox")).ShouldBe(HttpStatusCode.UnsupportedMediaType);

        async Task<HttpStatusCode> StatusAsync(string contentType, string? key)
        {
            using var http = new HttpClient { BaseAddress = caller.Http.BaseAddress };
            using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent("{}", Encoding.UTF8, contentType) };
            if (key is not null) request.Headers.Authorization = new("Bearer", key);
            using var answer = await http.SendAsync(request, Stop);
            return answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/sandbox/tasks")]
    [InlineData("/sandbox/status")]
    [InlineData("/sandbox/clock")]
    [InlineData("/sandbox/models")]
    public async Task What_only_reads_needs_no_key_and_is_not_for_foreign_names(string path)
    {
        await using var caller = await StartAsync();
        using var http = new HttpClient { BaseAddress = caller.Http.BaseAddress };
        using var foreign = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };

        (await http.GetAsync(path, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await http.SendAsync(foreign, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Page_calls_nobody_else_and_runs_no_script_of_others()
    {
        await using var caller = await StartAsync();

        using var answer = await caller.Http.GetAsync("/", Stop);
        var page = await answer.Content.ReadAsStringAsync(Stop) + await caller.Http.GetStringAsync("/sandbox/page.js", Stop) + await caller.Http.GetStringAsync("/sandbox/page.css", Stop);

        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldSatisfyAllConditions(
            policy => policy.ShouldStartWith("default-src 'none'"), policy => policy.ShouldNotContain("unsafe"));
        page.ShouldNotContain("http://");
        page.ShouldNotContain("https://");
        page.ShouldNotContain("innerHTML");
    }

    private static Task<Caller> StartAsync() => Caller.StartAsync(options => (options.Render, options.Limits, options.Speed) = (SandboxRender.None, true, 100));

    private static async Task<(int Code, string Message)> CreateAsync(Caller caller, string model)
    {
        var answer = await caller.PostAsync("/api/v1/jobs/createTask", new { model, input = Input });
        return (answer["code"]!.GetValue<int>(), answer["msg"]!.GetValue<string>());
    }
}
