using System.Net;
using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests;

/// <summary>What goes with time, while the sandbox runs.</summary>
public sealed class ExpiryTests
{
    private const string Model = "kling-2.6/text-to-video";
    private static readonly object Input = new { prompt = "a cat", duration = "5", aspect_ratio = "1:1", sound = false };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Address_of_a_result_lapses_after_a_day_and_a_fresh_link_after_twenty_minutes()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var url = await VideoAsync(caller, inbox);

        await caller.AdvanceAsync("23h");
        (await StatusAsync(caller, url)).ShouldBe(HttpStatusCode.OK);
        await caller.AdvanceAsync("1h");
        (await StatusAsync(caller, url)).ShouldBe(HttpStatusCode.Forbidden);
        var fresh = await LinkAsync(caller, url);
        await caller.AdvanceAsync("19m");
        (await StatusAsync(caller, fresh)).ShouldBe(HttpStatusCode.OK);
        await caller.AdvanceAsync("1m");
        (await StatusAsync(caller, fresh)).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Jobs_task_and_its_video_are_gone_after_fourteen_days()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var url = await VideoAsync(caller, inbox);
        var taskId = url.Split('/')[^2];

        await caller.AdvanceAsync("14d");

        ShouldBe(await caller.GetAsync($"/api/v1/jobs/recordInfo?taskId={taskId}"), 404, "Task not found");
        (await StatusAsync(caller, await LinkAsync(caller, url))).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Veo_task_of_more_than_fourteen_days_is_told_so_and_cannot_be_extended()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var taskId = (await caller.PostAsync("/api/v1/veo/generate", new { prompt = "waves", callBackUrl = inbox.Address }))["data"]!["taskId"]!.GetValue<string>();
        await inbox.NextAsync();

        await caller.AdvanceAsync("14d");

        ShouldBe(await caller.GetAsync($"/api/v1/veo/record-info?taskId={taskId}"), 422, "Only records within 14 days can be queried");
        ShouldBe(await caller.PostAsync("/api/v1/veo/extend", new { taskId, prompt = "on" }), 422, "Only records within 14 days can be queried");
        await caller.AdvanceAsync("46d");
        ShouldBe(await caller.GetAsync($"/api/v1/veo/record-info?taskId={taskId}"), 422, "record is null");
    }

    [Fact]
    public async Task Runway_flags_an_address_that_has_lapsed()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync();
        var taskId = (await caller.PostAsync(
            "/api/v1/runway/generate", new { prompt = "waves", duration = 5, quality = "720p", aspectRatio = "16:9", callBackUrl = inbox.Address }))["data"]!["taskId"]!.GetValue<string>();
        await inbox.NextAsync();

        (await FlagAsync()).ShouldBe(0);
        await caller.AdvanceAsync("24h");
        (await FlagAsync()).ShouldBe(1);

        async Task<int> FlagAsync() => (await caller.GetAsync($"/api/v1/runway/record-detail?taskId={taskId}"))["data"]!["expireFlag"]!.GetValue<int>();
    }

    [Fact]
    public async Task Upload_is_gone_after_three_days()
    {
        await using var caller = await StartAsync();
        var url = await caller.UploadAsync("images", "a.png", new byte[64]);

        await caller.AdvanceAsync("2.23:00:00");
        (await StatusAsync(caller, url)).ShouldBe(HttpStatusCode.OK);
        await caller.AdvanceAsync("1h");
        (await StatusAsync(caller, url)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Link_is_given_to_own_files_only_whether_they_are_there_or_not()
    {
        await using var caller = await StartAsync();
        var own = caller.Http.BaseAddress!;

        (await LinkAsync(caller, $"{own}files/nobody/video.mp4")).ShouldStartWith($"{own}files/nobody/video.mp4?");
        (await LinkAsync(caller, $"{own}uploads/a%20b/%D0%B0.png")).ShouldStartWith($"{own}uploads/");
        foreach (var foreign in new[] { "https://example.com/files/a/video.mp4", $"{own}sandbox/tasks", "no address", $"{own}files/../uploads" })
            ShouldBe(await caller.PostAsync("/api/v1/common/download-url", new { url = foreign }), 422, "The url is not a file of this service");
    }

    [Fact]
    public async Task Link_to_an_upload_with_letters_of_its_own_works()
    {
        await using var caller = await StartAsync();
        var url = await caller.UploadAsync("a b/ü", "a+b #1.png", new byte[64]);

        (await StatusAsync(caller, await LinkAsync(caller, url))).ShouldBe(HttpStatusCode.OK);
    }

    private static Task<Caller> StartAsync() => Caller.StartAsync(options => options.Render = SandboxRender.None);

    private static async Task<string> VideoAsync(Caller caller, Inbox inbox)
    {
        await caller.CreateAsync(Model, Input, inbox.Address);
        var record = (await inbox.NextAsync()).Body["data"]!;
        return JsonNode.Parse(record["resultJson"]!.GetValue<string>())!["resultUrls"]![0]!.GetValue<string>();
    }

    private static async Task<string> LinkAsync(Caller caller, string url) =>
        (await caller.PostAsync("/api/v1/common/download-url", new { url }))["data"]!.GetValue<string>();

    private static async Task<HttpStatusCode> StatusAsync(Caller caller, string url) => (await caller.Http.GetAsync(url, Stop)).StatusCode;

    private static void ShouldBe(JsonNode answer, int code, string message) => (answer["code"]!.GetValue<int>(), answer["msg"]!.GetValue<string>()).ShouldBe((code, message));
}
