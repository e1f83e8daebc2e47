using System.Text.Json.Nodes;
using Kinora.Sandbox.Tests.Rendering;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests;

/// <summary>Runway, Aleph and Luma Modify on endpoints of their own, from the create call to the callback.</summary>
public sealed class DedicatedApiTests
{
    [Fact]
    public async Task Runway_task_is_told_in_its_own_words_and_can_be_extended()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var first = await CreateAsync(caller, "runway/generate", new { prompt = "waves", duration = "5", quality = "720p", aspectRatio = "9:16", callBackUrl = inbox.Address });
        var callback = (await inbox.NextAsync()).Body;
        var record = await RecordAsync(caller, "runway/record-detail", first);

        Guid.TryParse(first, out _).ShouldBeTrue();
        callback["msg"]!.GetValue<string>().ShouldBe("All generated successfully.");
        callback["data"]!["task_id"]!.GetValue<string>().ShouldBe(first);
        (record["state"]!.GetValue<string>(), record["parentTaskId"]!.GetValue<string>(), record["failCode"]!.GetValue<int>()).ShouldBe(("success", "", 0));
        record["generateParam"]!["prompt"]!.GetValue<string>().ShouldBe("waves");
        var video = record["videoInfo"]!["videoUrl"]!.GetValue<string>();
        callback["data"]!["video_url"]!.GetValue<string>().ShouldBe(video);
        (await caller.ProbeAsync(new Uri(video))).ShouldSatisfyAllConditions(facts => facts.Width.ShouldBe(90), facts => facts.DurationSeconds.ShouldBe(5, 0.05));

        var second = await CreateAsync(caller, "runway/extend", new { taskId = first, prompt = "a storm comes", quality = "720p", callBackUrl = inbox.Address });
        await inbox.NextAsync();
        record = await RecordAsync(caller, "runway/record-detail", second);
        (record["state"]!.GetValue<string>(), record["parentTaskId"]!.GetValue<string>()).ShouldBe(("success", first));
        var longer = await caller.ProbeAsync(new Uri(record["videoInfo"]!["videoUrl"]!.GetValue<string>()));
        (longer.Width, longer.Height).ShouldBe((90, 160));
        (await caller.CreditAsync()).ShouldBe(100_000 - 12 - 12);
    }

    [Fact]
    public async Task Runway_task_passes_through_states_spelled_its_own_way()
    {
        var clock = new FakeClock();
        await using var caller = await Caller.StartAsync(options => (options.Speed, options.Limits) = (1, false), clock);
        var taskId = await CreateAsync(caller, "runway/generate", new { prompt = "waves", duration = 5, quality = "720p", aspectRatio = "16:9" });

        (await StateAsync()).ShouldBe("wait");
        clock.Advance(TimeSpan.FromSeconds(0.8));
        (await StateAsync()).ShouldBe("queueing");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await StateAsync()).ShouldBe("generating");

        async Task<string> StateAsync() => (await RecordAsync(caller, "runway/record-detail", taskId))["state"]!.GetValue<string>();
    }

    [Fact]
    public async Task Task_that_is_unknown_or_not_finished_cannot_be_extended_and_nothing_is_charged()
    {
        await using var caller = await Caller.StartAsync(options => options.Speed = 100, new FakeClock());
        var running = await CreateAsync(caller, "runway/generate", new { prompt = "waves", duration = 5, quality = "720p", aspectRatio = "16:9" });

        foreach (var (taskId, message) in new[] { ("nobody", "record is null"), ("../tasks/x", "record is null"), (running, "record status is not success") })
        {
            var answer = await caller.PostAsync("/api/v1/runway/extend", new { taskId, prompt = "on", quality = "720p" });
            (answer["code"]!.GetValue<int>(), answer["msg"]!.GetValue<string>()).ShouldBe((422, message));
        }

        (await caller.CreditAsync()).ShouldBe(100_000 - 12);
    }

    [Fact]
    public async Task Aleph_changes_an_uploaded_video_and_its_callback_has_the_id_beside_the_data()
    {
        using var studio = new Studio();
        var given = await studio.VideoAsync("testsrc2=s=320x180", 2);
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var taskId = await CreateAsync(
            caller, "aleph/generate", new { prompt = "in winter", videoUrl = await caller.UploadAsync(given.Path), seed = 7, callBackUrl = inbox.Address });
        var callback = (await inbox.NextAsync()).Body;
        var record = await RecordAsync(caller, "aleph/record-info", taskId);

        callback["taskId"]!.GetValue<string>().ShouldBe(taskId);
        callback["data"]!.AsObject().Select(field => field.Key).ShouldBe(["result_video_url", "result_image_url"]);
        (record["successFlag"]!.GetValue<int>(), record["errorCode"]!.GetValue<int>()).ShouldBe((1, 0));
        record["completeTime"]!.GetValue<string>().ShouldEndWith("Z");
        var video = studio["video.mp4"];
        await File.WriteAllBytesAsync(
            video, await caller.Http.GetByteArrayAsync(record["response"]!["resultVideoUrl"]!.GetValue<string>(), TestContext.Current.CancellationToken));
        (await studio.ProbeAsync(video)).DurationSeconds.ShouldBe(2, 0.05);
        Studio.Distance(await studio.LookAsync(given.Path, 1), await studio.LookAsync(video, 1)).ShouldBeGreaterThan(15);
    }

    [Fact]
    public async Task Aleph_task_whose_video_cannot_be_had_stays_at_zero_with_an_error()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var taskId = await CreateAsync(caller, "aleph/generate", new { prompt = "in winter", videoUrl = "https://127.0.0.1/v.mp4", callBackUrl = inbox.Address });
        var callback = (await inbox.NextAsync()).Body;
        var record = await RecordAsync(caller, "aleph/record-info", taskId);

        (callback["code"]!.GetValue<int>(), callback["data"], callback["taskId"]!.GetValue<string>()).ShouldBe((400, null, taskId));
        (record["successFlag"]!.GetValue<int>(), record["errorCode"]!.GetValue<int>(), record["response"]).ShouldBe((0, 400, null));
        record["errorMessage"]!.GetValue<string>().ShouldStartWith("Failed to fetch an input file");
        (await caller.CreditAsync()).ShouldBe(100_000);
    }

    [Fact]
    public async Task Modify_task_whose_callback_is_not_taken_ends_with_four_and_its_video_is_there()
    {
        using var studio = new Studio();
        var given = await studio.VideoAsync("testsrc2=s=320x180", 2);
        var clock = new FakeClock();
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync(options => options.Limits = false, clock);
        inbox.Status = 500;

        var taskId = await CreateAsync(
            caller, "modify/generate", new { prompt = "in winter", videoUrl = await caller.UploadAsync(given.Path), callBackUrl = inbox.Address });
        var callback = (await inbox.NextAsync()).Body;
        callback["data"]!["taskId"]!.GetValue<string>().ShouldBe(taskId);
        callback["data"]!["resultUrls"]!.AsArray().Count.ShouldBe(1);
        (await FlagAsync()).ShouldBe(1);

        foreach (var seconds in new[] { 5, 15 })
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            await inbox.NextAsync();
        }

        // Written down a moment after the last try was answered.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        while (await FlagAsync() != 4) patience.Token.ThrowIfCancellationRequested();
        var record = await RecordAsync(caller, "modify/record-info", taskId);
        (await caller.ProbeAsync(new Uri(record["response"]!["resultUrls"]![0]!.GetValue<string>()))).DurationSeconds.ShouldBe(2, 0.05);

        async Task<int> FlagAsync() => (await RecordAsync(caller, "modify/record-info", taskId))["successFlag"]!.GetValue<int>();
    }

    [Fact]
    public async Task Task_of_one_api_is_unknown_to_the_others()
    {
        await using var caller = await Caller.StartAsync(options => (options.Speed, options.Limits) = (100, false), new FakeClock());
        var taskId = await CreateAsync(caller, "modify/generate", new { prompt = "in winter", videoUrl = "https://a.example/v.mp4" });

        foreach (var path in new[] { "jobs/recordInfo", "veo/record-info", "runway/record-detail", "aleph/record-info" })
            (await caller.GetAsync($"/api/v1/{path}?taskId={taskId}"))["code"]!.GetValue<int>().ShouldBe(422, path);
    }

    private static async Task<string> CreateAsync(Caller caller, string path, object body)
    {
        var answer = await caller.PostAsync("/api/v1/" + path, body);
        answer["code"]!.GetValue<int>().ShouldBe(200, answer.ToJsonString());
        return answer["data"]!["taskId"]!.GetValue<string>();
    }

    private static async Task<JsonNode> RecordAsync(Caller caller, string path, string taskId) => (await caller.GetAsync($"/api/v1/{path}?taskId={taskId}"))["data"]!;
}
