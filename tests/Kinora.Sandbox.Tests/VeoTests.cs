using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests;

/// <summary>What Veo's own endpoints do with a finished video.</summary>
public sealed class VeoTests
{
    [Theory]
    [InlineData(null, 60)]
    [InlineData("fast", 60)]
    [InlineData("quality", 250)]
    [InlineData("lite", 30)]
    public async Task Extension_is_a_veo_task_priced_by_its_word(string? model, decimal credits)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var first = await GenerateAsync(caller, inbox);
        var before = await caller.CreditAsync();

        var second = await TaskAsync(caller, "/api/v1/veo/extend", new { taskId = first, prompt = "a storm comes", model, callBackUrl = inbox.Address });
        var callback = (await inbox.NextAsync()).Body;
        var record = (await caller.GetAsync($"/api/v1/veo/record-info?taskId={second}"))["data"]!;

        (before - await caller.CreditAsync()).ShouldBe(credits);
        (callback["code"]!.GetValue<int>(), callback["data"]!["taskId"]!.GetValue<string>()).ShouldBe((200, second));
        record["successFlag"]!.GetValue<int>().ShouldBe(1);
        JsonNode.Parse(record["paramJson"]!.GetValue<string>())!["prompt"]!.GetValue<string>().ShouldBe("a storm comes");
        (await caller.GetAsync($"/api/v1/jobs/recordInfo?taskId={second}"))["code"]!.GetValue<int>().ShouldBe(422);
    }

    [Fact]
    public async Task Extension_can_itself_be_extended_at_the_price_of_its_tier()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var first = await GenerateAsync(caller, inbox);
        var second = await TaskAsync(caller, "/api/v1/veo/extend", new { taskId = first, prompt = "on", model = "quality", callBackUrl = inbox.Address });
        await inbox.NextAsync();
        var before = await caller.CreditAsync();

        await caller.CreateAsync("veo/extend", new { task_id = second, prompt = "and on" });

        (before - await caller.CreditAsync()).ShouldBe(250);
    }

    [Theory]
    [InlineData("turbo", 422, "model is not within the range of allowed options")]
    public async Task Extension_by_another_word_is_refused(string model, int code, string message)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var first = await GenerateAsync(caller, inbox);

        ShouldBe(await caller.PostAsync("/api/v1/veo/extend", new { taskId = first, prompt = "on", model }), code, message);
    }

    [Fact]
    public async Task Take_of_another_model_cannot_be_extended_by_veo()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var taskId = await caller.CreateAsync("kling-2.6/text-to-video", new { prompt = "x", duration = "5", aspect_ratio = "1:1", sound = false }, inbox.Address);
        await inbox.NextAsync();

        ShouldBe(await caller.PostAsync("/api/v1/veo/extend", new { taskId, prompt = "on" }), 422, "The task was made by a model that cannot be continued by this one");
    }

    [Fact]
    public async Task Full_hd_is_charged_once_and_processing_until_it_is_ready()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync(speed: 1);
        var taskId = await TaskAsync(caller, "/api/v1/veo/generate", new { prompt = "waves", callBackUrl = inbox.Address });
        ShouldBe(await caller.GetAsync($"/api/v1/veo/get-1080p-video?taskId={taskId}"), 422, "record status is not success");
        await caller.AdvanceAsync("10s");
        await inbox.NextAsync();
        var before = await caller.CreditAsync();

        const string processing = "1080P is processing. It should be ready in 1-2 minutes. Please check back shortly.";
        ShouldBe(await AskAsync(), 400, processing);
        ShouldBe(await AskAsync(), 400, processing);
        (before - await caller.CreditAsync()).ShouldBe(5);
        await caller.AdvanceAsync("10s");
        await caller.UntilAsync(await UpgradeAsync(caller), "success");
        var url = (await AskAsync())["data"]!["resultUrl"]!.GetValue<string>();

        (await caller.ProbeAsync(new Uri(url))).DurationSeconds.ShouldBeGreaterThan(1);
        (before - await caller.CreditAsync()).ShouldBe(5);
        ShouldBe(
            await caller.PostAsync("/api/v1/veo/extend", new { taskId, prompt = "on" }), 422, "A video that was upgraded to 1080P cannot be extended");

        Task<JsonNode> AskAsync() => caller.GetAsync($"/api/v1/veo/get-1080p-video?taskId={taskId}&index=0");
    }

    [Fact]
    public async Task Ultra_hd_is_accepted_processing_and_called_back_with_the_id_of_its_source()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync(speed: 1);
        var taskId = await TaskAsync(caller, "/api/v1/veo/generate", new { prompt = "waves", callBackUrl = inbox.Address });
        await caller.AdvanceAsync("10s");
        await inbox.NextAsync();
        var before = await caller.CreditAsync();

        var accepted = (await AskAsync())["data"]!;
        ShouldBe(await AskAsync(), 422, "4k is processing");
        await caller.AdvanceAsync("10s");
        var callback = (await inbox.NextAsync()).Body;

        (accepted["taskId"]!.GetValue<string>(), accepted["resultUrls"]).ShouldBe((taskId, null));
        (callback["msg"]!.GetValue<string>(), callback["data"]!["taskId"]!.GetValue<string>()).ShouldBe(("4K Video generated successfully.", taskId));
        (await AskAsync())["data"]!["resultUrls"]!.ToJsonString().ShouldBe(callback["data"]!["info"]!["resultUrls"]!.ToJsonString());
        (before - await caller.CreditAsync()).ShouldBe(120);

        Task<JsonNode> AskAsync() => caller.PostAsync("/api/v1/veo/get-4k-video", new { taskId, callBackUrl = inbox.Address });
    }

    [Theory]
    [InlineData("nobody", 0, "record is null")]
    [InlineData(null, 1, "index is not within the range of allowed options")]
    public async Task Larger_version_of_what_is_not_there_is_refused(string? taskId, int index, string message)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        taskId ??= await GenerateAsync(caller, inbox);

        ShouldBe(await caller.GetAsync($"/api/v1/veo/get-1080p-video?taskId={taskId}&index={index}"), 422, message);
        ShouldBe(await caller.PostAsync("/api/v1/veo/get-4k-video", new { taskId, index }), 422, message);
    }

    private static Task<Caller> StartAsync(double speed = 0) => Caller.StartAsync(options => (options.Render, options.Speed) = (SandboxRender.None, speed));

    private static async Task<string> GenerateAsync(Caller caller, Inbox inbox)
    {
        var taskId = await TaskAsync(caller, "/api/v1/veo/generate", new { prompt = "waves", callBackUrl = inbox.Address });
        await inbox.NextAsync();
        return taskId;
    }

    private static async Task<string> TaskAsync(Caller caller, string path, object body)
    {
        var answer = await caller.PostAsync(path, body);
        answer["code"]!.GetValue<int>().ShouldBe(200, answer.ToJsonString());
        return answer["data"]!["taskId"]!.GetValue<string>();
    }

    private static async Task<string> UpgradeAsync(Caller caller) =>
        (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().Single(task => task!["api"]!.GetValue<string>() == "veo-upgrade")!["taskId"]!.GetValue<string>();

    private static void ShouldBe(JsonNode answer, int code, string message) => (answer["code"]!.GetValue<int>(), answer["msg"]!.GetValue<string>()).ShouldBe((code, message));
}
