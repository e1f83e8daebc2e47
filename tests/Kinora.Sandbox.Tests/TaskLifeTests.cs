using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests;

public sealed class TaskLifeTests : IDisposable
{
    private const string Model = "kling-2.6/text-to-video";
    private static readonly object Input = new { prompt = "a lighthouse", duration = "5", aspect_ratio = "9:16", sound = true };

    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-sandbox-tests-").FullName;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Task_ends_in_a_callback_and_a_video_as_asked_for()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync(options => options.HmacKey = "key");

        var taskId = await caller.CreateAsync(Model, Input, inbox.Address);
        var (headers, callback) = await inbox.NextAsync();
        var record = await caller.RecordAsync(taskId);

        callback["code"]!.GetValue<int>().ShouldBe(200);
        callback["data"]!["taskId"]!.GetValue<string>().ShouldBe(taskId);
        headers.ContainsKey("X-Webhook-Signature").ShouldBeTrue();
        record["state"]!.GetValue<string>().ShouldBe("success");
        record["model"]!.GetValue<string>().ShouldBe(Model);
        JsonNode.Parse(record["param"]!.GetValue<string>())!["input"]!["prompt"]!.GetValue<string>().ShouldBe("a lighthouse");
        record["creditsConsumed"]!.GetValue<decimal>().ShouldBe(110);

        var facts = await caller.ProbeAsync(Video(record));
        (facts.Width, facts.Height, facts.AudioCodec).ShouldBe((90, 160, "aac"));
        facts.DurationSeconds.ShouldBe(5, 0.05);
    }

    [Fact]
    public async Task Veo_task_is_told_in_the_words_of_its_own_api_and_is_unknown_to_the_other()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var created = await caller.PostAsync(
            "/api/v1/veo/generate", new { prompt = "waves", model = "veo3_fast", duration = 4, resolution = "1080p", callBackUrl = inbox.Address });
        var taskId = created["data"]!["taskId"]!.GetValue<string>();
        var callback = (await inbox.NextAsync()).Body;
        var record = (await caller.GetAsync($"/api/v1/veo/record-info?taskId={taskId}"))["data"]!;

        taskId.ShouldStartWith("veo_task_");
        callback["data"]!["info"]!["resultUrls"]!.AsArray().Count.ShouldBe(1);
        record["successFlag"]!.GetValue<int>().ShouldBe(1);
        record["response"]!["resolution"]!.GetValue<string>().ShouldBe("1080p");
        (await caller.ProbeAsync(new Uri(record["response"]!["resultUrls"]![0]!.GetValue<string>()))).DurationSeconds.ShouldBe(4, 0.05);
        (await caller.GetAsync($"/api/v1/jobs/recordInfo?taskId={taskId}"))["code"]!.GetValue<int>().ShouldBe(422);
    }

    [Fact]
    public async Task Watermark_of_a_request_is_drawn_into_its_video()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var plain = await VideoAsync(null);
        (await VideoAsync(null)).ShouldBe(plain);
        (await VideoAsync("Kinora")).ShouldNotBe(plain);

        async Task<byte[]> VideoAsync(string? watermark)
        {
            await caller.PostAsync(
                "/api/v1/veo/generate", new { prompt = "waves", model = "veo3_fast", duration = 4, seeds = 12345, watermark, callBackUrl = inbox.Address });
            var urls = (await inbox.NextAsync()).Body["data"]!["info"]!["resultUrls"]!;
            return await caller.Http.GetByteArrayAsync(urls[0]!.GetValue<string>(), Stop);
        }
    }

    [Fact]
    public async Task Task_passes_through_its_states_by_the_clock()
    {
        var clock = new FakeClock();
        await using var caller = await Caller.StartAsync(options => (options.Speed, options.Limits) = (1, false), clock);
        var taskId = await caller.CreateAsync(Model, Input);

        (await StateAsync(caller, taskId)).ShouldBe("waiting");
        clock.Advance(TimeSpan.FromSeconds(0.8));
        (await StateAsync(caller, taskId)).ShouldBe("queuing");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await StateAsync(caller, taskId)).ShouldBe("generating");
    }

    [Fact]
    public async Task Unfinished_task_is_taken_up_after_a_restart_and_its_callback_is_sent()
    {
        await using var inbox = await Inbox.StartAsync();
        string taskId;
        await using (var before = await Caller.StartAsync(options => (options.DataFolder, options.Speed) = (_folder, 1), new FakeClock()))
        {
            taskId = await before.CreateAsync(Model, Input, inbox.Address);
        }

        await using var after = await Caller.StartAsync(options => options.DataFolder = _folder, new FakeClock());
        (await inbox.NextAsync()).Body["data"]!["taskId"]!.GetValue<string>().ShouldBe(taskId);
        var record = await after.RecordAsync(taskId);

        record["state"]!.GetValue<string>().ShouldBe("success");
        (await after.ProbeAsync(Video(record))).DurationSeconds.ShouldBe(5, 0.05);
        (await after.CreditAsync()).ShouldBe(100_000 - 110);
    }

    [Fact]
    public async Task Callback_that_was_not_taken_is_sent_again_after_a_restart()
    {
        await using var inbox = await Inbox.StartAsync();
        inbox.Status = 500;
        string taskId;
        await using (var before = await Caller.StartAsync(options => options.DataFolder = _folder, new FakeClock()))
        {
            taskId = await before.CreateAsync(Model, Input, inbox.Address);
            await inbox.NextAsync();
        }

        inbox.Status = 200;
        await using var after = await Caller.StartAsync(options => options.DataFolder = _folder, new FakeClock());

        (await inbox.NextAsync()).Body["data"]!["taskId"]!.GetValue<string>().ShouldBe(taskId);
    }

    [Theory]
    [InlineData("https://127.0.0.1/picture.png")]
    [InlineData("http://example.com/picture.png")]
    [InlineData("not a url")]
    public async Task Task_whose_picture_may_not_be_fetched_fails_and_its_credits_come_back(string picture)
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync();

        var taskId = await caller.CreateAsync(
            "kling-2.6/image-to-video", new { prompt = "it moves", image_urls = new[] { picture }, duration = "5", sound = false }, inbox.Address);
        var callback = (await inbox.NextAsync()).Body;
        var record = await caller.RecordAsync(taskId);

        callback["code"]!.GetValue<int>().ShouldBe(501);
        (record["state"]!.GetValue<string>(), record["failCode"]!.GetValue<string>()).ShouldBe(("fail", "451"));
        record["failMsg"]!.GetValue<string>().ShouldStartWith("Failed to fetch an input file");
        (await caller.CreditAsync()).ShouldBe(100_000);
        (await caller.Http.GetAsync($"/files/{taskId}/video.mp4", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Video_is_served_in_ranges()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await Caller.StartAsync(options => options.Render = SandboxRender.None);
        var taskId = await caller.CreateAsync(Model, Input, inbox.Address);
        await inbox.NextAsync();

        using var request = new HttpRequestMessage(HttpMethod.Get, Video(await caller.RecordAsync(taskId))) { Headers = { Range = new RangeHeaderValue(4, 7) } };
        using var part = await caller.Http.SendAsync(request, Stop);

        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        (await part.Content.ReadAsStringAsync(Stop)).ShouldBe("ftyp");
    }

    [Fact]
    public async Task Tasks_are_listed_with_their_prompts_in_order()
    {
        var clock = new FakeClock();
        await using var caller = await Caller.StartAsync(options => options.Speed = 1, clock);
        var first = await caller.CreateAsync(Model, Input);
        clock.Advance(TimeSpan.FromMilliseconds(5));
        var second = await caller.CreateAsync(Model, Input);

        var tasks = (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray();

        tasks.Select(task => task!["taskId"]!.GetValue<string>()).ShouldBe([first, second]);
        tasks[0]!["prompt"]!.GetValue<string>().ShouldBe("a lighthouse");
        tasks[0]!["state"]!.GetValue<string>().ShouldBe("waiting");
        tasks[0]!["callbackAttempts"]!.GetValue<int>().ShouldBe(0);

        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/sandbox/tasks") { Headers = { Host = "evil.example" } };
        (await caller.Http.SendAsync(foreign, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Uri Video(JsonNode record) =>
        new(JsonNode.Parse(record["resultJson"]!.GetValue<string>())!["resultUrls"]![0]!.GetValue<string>());

    private static async Task<string> StateAsync(Caller caller, string taskId) => (await caller.RecordAsync(taskId))["state"]!.GetValue<string>();

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
