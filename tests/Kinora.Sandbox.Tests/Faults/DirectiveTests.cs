using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests.Faults;

/// <summary>What each directive does to the wire, seen by a plain client.</summary>
public sealed class DirectiveTests
{
    private const string Model = "kling-2.6/text-to-video";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a cat [[fail:501]]", "501", "internal error, please try again later")]
    [InlineData("[[ FAIL : 422 : your cat is too fat ]] a cat", "422", "your cat is too fat")]
    [InlineData("[[moderated]]", "422", "The prompt was flagged by our AI moderator as violating content policies.")]
    public async Task Scripted_failure_is_told_and_the_credits_come_back(string prompt, string code, string message)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();

        var record = await FinishAsync(caller, inbox, prompt);

        (Text(record, "state"), Text(record, "failCode"), Text(record, "failMsg")).ShouldBe(("fail", code, message));
        (await caller.CreditAsync()).ShouldBe(100_000);
    }

    [Theory]
    [InlineData("/api/v1/veo/generate", "/api/v1/veo/record-info", """{"prompt":"[[moderated]]"}""", "rejected by Flow")]
    [InlineData("/api/v1/runway/generate", "/api/v1/runway/record-detail", """{"prompt":"[[moderated]]","duration":5,"quality":"720p","aspectRatio":"16:9"}""", "caught by our AI moderator")]
    [InlineData("/api/v1/aleph/generate", "/api/v1/aleph/record-info", """{"prompt":"[[moderated]]","videoUrl":"https://example.com/a.mp4"}""", "caught by our AI moderator")]
    [InlineData("/api/v1/modify/generate", "/api/v1/modify/record-info", """{"prompt":"[[moderated]]","videoUrl":"https://example.com/a.mp4"}""", "flagged by Website")]
    public async Task Moderation_speaks_the_words_of_its_api(string create, string read, string body, string words)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var request = JsonNode.Parse(body)!;
        request["callBackUrl"] = inbox.Address;

        var taskId = Text((await caller.PostAsync(create, request))["data"]!, "taskId");
        var callback = (await inbox.NextAsync()).Body;

        callback["code"]!.GetValue<int>().ShouldBe(400);
        (await caller.GetAsync($"{read}?taskId={taskId}")).ToJsonString().ShouldContain(words);
    }

    [Fact]
    public async Task Directives_leave_the_prompt_and_stay_in_the_record()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();

        var record = await FinishAsync(caller, inbox, "A cat [[double-callback]] on a mat [[slow:10ms]]");

        (await caller.GetAsync("/sandbox/tasks"))["tasks"]![0]!["prompt"]!.GetValue<string>().ShouldBe("A cat on a mat");
        Text(record, "param").ShouldContain("[[double-callback]]");
    }

    [Theory]
    [InlineData("[[stuk]]", "There is no directive [[stuk]]. The sandbox knows fail, moderated")]
    [InlineData("[[slow:soon]]", "[[slow]] is written slow:30s.")]
    [InlineData("[[fail]]", "[[fail]] is written fail:501 or fail:422:some text.")]
    [InlineData("[[fail:200]]", "[[fail]] is written")]
    [InlineData("[[stuck:really]]", "[[stuck]] is written stuck.")]
    [InlineData("[[truncated:write]]", "[[truncated]] is written")]
    public async Task Directive_that_nobody_knows_is_refused_and_nothing_is_made(string prompt, string message)
    {
        await using var caller = await StartAsync();

        var answer = await PostAsync(caller, prompt);

        answer["code"]!.GetValue<int>().ShouldBe(422);
        Text(answer, "msg").ShouldStartWith(message);
        (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[[refuse:455]]", 455, "The service is currently undergoing maintenance")]
    [InlineData("[[refuse:433:no more]]", 433, "no more")]
    public async Task Refusal_makes_and_charges_nothing(string prompt, int code, string message)
    {
        await using var caller = await StartAsync();

        var answer = await PostAsync(caller, prompt);

        (answer["code"]!.GetValue<int>(), Text(answer, "msg")).ShouldBe((code, message));
        (await caller.CreditAsync()).ShouldBe(100_000);
        (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Slow_task_is_done_no_earlier_than_it_says()
    {
        var clock = new FakeClock();
        await using var caller = await StartAsync(clock: clock);
        var taskId = await CreateAsync(caller, "[[slow:30s]]");
        while (!clock.IsAwaited) await Task.Yield();

        clock.Advance(TimeSpan.FromSeconds(29));
        Text(await caller.RecordAsync(taskId), "state").ShouldBe("generating");
        clock.Advance(TimeSpan.FromSeconds(1));
        await caller.UntilAsync(taskId, "success");
    }

    [Fact]
    public async Task Stuck_task_generates_for_ever()
    {
        var clock = new FakeClock();
        await using var caller = await StartAsync(clock: clock);
        var taskId = await CreateAsync(caller, "[[stuck]]");

        clock.Advance(TimeSpan.FromDays(13));

        Text(await caller.RecordAsync(taskId), "state").ShouldBe("generating");
    }

    [Fact]
    public async Task Unknown_state_is_none_of_the_documented_ones()
    {
        await using var caller = await StartAsync(clock: new FakeClock());
        var jobs = await CreateAsync(caller, "[[unknown-state]] [[stuck]]");
        var veo = Text((await caller.PostAsync("/api/v1/veo/generate", new { prompt = "[[unknown-state]] [[stuck]]" }))["data"]!, "taskId");

        Text(await caller.RecordAsync(jobs), "state").ShouldNotBeOneOf("waiting", "queuing", "generating", "success", "fail");
        (await caller.GetAsync($"/api/v1/veo/record-info?taskId={veo}"))["data"]!["successFlag"]!.GetValue<int>().ShouldBe(9);
    }

    [Fact]
    public async Task Success_without_an_address_names_none()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();

        var record = await FinishAsync(caller, inbox, "[[no-url]]");

        Text(record, "state").ShouldBe("success");
        JsonNode.Parse(Text(record, "resultJson"))!["resultUrls"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Expired_address_answers_403_and_download_url_gives_one_that_works()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var record = await FinishAsync(caller, inbox, "[[expired-url]]");
        var url = Text(JsonNode.Parse(Text(record, "resultJson"))!["resultUrls"]!, 0);

        (await caller.Http.GetAsync(url, Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var fresh = (await caller.PostAsync("/api/v1/common/download-url", new { url }))["data"]!.GetValue<string>();
        (await caller.Http.GetAsync(fresh, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await caller.Http.GetAsync(fresh + "0", Stop)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Double_callback_comes_twice()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();

        var taskId = await caller.CreateAsync(Model, Input("[[double-callback]]"), inbox.Address);

        (await inbox.NextAsync()).Body["data"]!["taskId"]!.GetValue<string>().ShouldBe(taskId);
        (await inbox.NextAsync()).Body["data"]!["taskId"]!.GetValue<string>().ShouldBe(taskId);
    }

    [Fact]
    public async Task Callback_is_left_out_or_comes_late()
    {
        var clock = new FakeClock();
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync(clock: clock);

        var none = await caller.CreateAsync(Model, Input("[[no-callback]]"), inbox.Address);
        await caller.UntilAsync(none, "success");
        var late = await caller.CreateAsync(Model, Input("[[late-callback:20s]]"), inbox.Address);
        await caller.UntilAsync(late, "success");
        while (!clock.IsAwaited) await Task.Yield();
        inbox.Count.ShouldBe(0);

        clock.Advance(TimeSpan.FromSeconds(20));
        (await inbox.NextAsync()).Body["data"]!["taskId"]!.GetValue<string>().ShouldBe(late);
    }

    [Theory]
    [InlineData("lost-answer")]
    [InlineData("truncated")]
    [InlineData("html-502")]
    public async Task Answer_that_is_spoiled_leaves_a_task_that_was_charged(string directive)
    {
        await using var caller = await StartAsync();

        await ShouldBeSpoiledAsync(directive, () => caller.Http.PostAsJsonAsync("/api/v1/jobs/createTask", new { model = Model, input = Input($"[[{directive}]]") }, Stop));

        var task = (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().ShouldHaveSingleItem()!;
        await caller.UntilAsync(Text(task, "taskId"), "success");
        (await caller.CreditAsync()).ShouldBe(100_000 - 55);
    }

    [Theory]
    [InlineData("lost-answer")]
    [InlineData("truncated")]
    [InlineData("html-502")]
    public async Task First_two_readings_are_spoiled_where_that_is_asked_for(string directive)
    {
        await using var caller = await StartAsync();
        var taskId = await CreateAsync(caller, $"[[{directive}:read]]");

        for (var reading = 1; reading <= 2; reading++)
            await ShouldBeSpoiledAsync(directive, () => caller.Http.GetAsync($"/api/v1/jobs/recordInfo?taskId={taskId}", Stop));

        Text(await caller.RecordAsync(taskId), "taskId").ShouldBe(taskId);
    }

    [Theory]
    [InlineData("[[read:429]]", 429, "Rate limit exceeded")]
    [InlineData("[[read:500:on fire]]", 500, "on fire")]
    [InlineData("[[null-record]]", 422, "recordInfo is null")]
    public async Task First_two_readings_are_refused(string prompt, int code, string message)
    {
        await using var caller = await StartAsync();
        var taskId = await CreateAsync(caller, prompt);

        for (var reading = 1; reading <= 2; reading++)
        {
            using var answer = await caller.Http.GetAsync($"/api/v1/jobs/recordInfo?taskId={taskId}", Stop);
            var body = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
            (body["code"]!.GetValue<int>(), Text(body, "msg")).ShouldBe((code, message));
            (answer.Headers.RetryAfter?.Delta is not null).ShouldBe(code == 429);
        }

        Text(await caller.RecordAsync(taskId), "taskId").ShouldBe(taskId);
    }

    private static async Task ShouldBeSpoiledAsync(string directive, Func<Task<HttpResponseMessage>> call)
    {
        if (directive == "lost-answer")
        {
            await Should.ThrowAsync<HttpRequestException>(call);
            return;
        }

        using var answer = await call();
        var text = await answer.Content.ReadAsStringAsync(Stop);
        if (directive == "html-502") (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, text[..9]).ShouldBe((HttpStatusCode.BadGateway, "text/html", "<!DOCTYPE"));
        else Should.Throw<JsonException>(() => JsonNode.Parse(text));
    }

    private static Task<Caller> StartAsync(FakeClock? clock = null) => Caller.StartAsync(options => options.Render = SandboxRender.None, clock);

    private static object Input(string prompt) => new { prompt, duration = "5", aspect_ratio = "1:1", sound = false };

    private static Task<string> CreateAsync(Caller caller, string prompt) => caller.CreateAsync(Model, Input(prompt));

    private static Task<JsonNode> PostAsync(Caller caller, string prompt) => caller.PostAsync("/api/v1/jobs/createTask", new { model = Model, input = Input(prompt) });

    private static async Task<JsonNode> FinishAsync(Caller caller, Inbox inbox, string prompt)
    {
        var taskId = await caller.CreateAsync(Model, Input(prompt), inbox.Address);
        await inbox.NextAsync();
        return await caller.RecordAsync(taskId);
    }

    private static string Text(JsonNode node, string field) => node[field]!.GetValue<string>();

    private static string Text(JsonNode node, int index) => node[index]!.GetValue<string>();
}
