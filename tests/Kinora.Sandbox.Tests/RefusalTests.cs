using System.Text.Json.Nodes;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests;

/// <summary>The texts are KIE's own, as observed on the live service.</summary>
public sealed class RefusalTests
{
    private const string Model = "kling-2.6/text-to-video";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{"prompt":"x","duration":"7","aspect_ratio":"1:1","sound":false}""", 500, "duration is not within the range of allowed options")]
    [InlineData("""{"prompt":"x","duration":"5","aspect_ratio":"4:3","sound":false}""", 500, "aspect_ratio is not within the range of allowed options")]
    [InlineData("""{"duration":"5","aspect_ratio":"1:1","sound":false}""", 500, "prompt is required")]
    [InlineData("""{"prompt":"x","duration":"5","aspect_ratio":"1:1","sound":"maybe"}""", 500, "sound is not within the range of allowed options")]
    public async Task Input_outside_of_the_model_is_refused(string input, int code, string message)
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.PostAsync("/api/v1/jobs/createTask", new { model = Model, input = JsonNode.Parse(input) });

        ShouldBe(answer, code, message);
        answer["data"].ShouldBeNull();
        (await caller.CreditAsync()).ShouldBe(100_000);
    }

    [Theory]
    [InlineData("bytedance/seedance-2", "{}", "Please fill in the text prompt or image, video, or audio")]
    [InlineData("bytedance/seedance-2-5", """{"duration":5}""", "Please fill in the text prompt or image, video, or audio")]
    [InlineData("wan/3-0-video", "{}", "prompt or media is required")]
    [InlineData("wan/3-0-video-prime", """{"prompt":"","resolution":"480P"}""", "prompt or media is required")]
    [InlineData("runway", """{"prompt":"x","duration":5,"quality":"720p"}""", "aspect_ratio is required for text-to-video")]
    public async Task Model_refuses_in_words_of_its_own(string model, string input, string message)
    {
        await using var caller = await Caller.StartAsync();

        ShouldBe(await caller.PostAsync("/api/v1/jobs/createTask", new { model, input = JsonNode.Parse(input) }), 422, message);
    }

    // 500 is what was seen on the jobs API alone.
    [Theory]
    [InlineData("/api/v1/veo/generate", """{"prompt":"x","duration":7}""", "duration is not within the range of allowed options")]
    [InlineData("/api/v1/runway/generate", """{"prompt":"x","duration":5,"quality":"4k","aspectRatio":"1:1"}""", "quality is not within the range of allowed options")]
    public async Task Apis_beside_jobs_refuse_a_field_with_422(string path, string body, string message)
    {
        await using var caller = await Caller.StartAsync();

        ShouldBe(await caller.PostAsync(path, JsonNode.Parse(body)!), 422, message);
    }

    [Fact]
    public async Task Veo_quality_makes_nothing_of_references()
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.PostAsync(
            "/api/v1/veo/generate", new { prompt = "x", model = "veo3", generationType = "REFERENCE_2_VIDEO", imageUrls = new[] { "https://example.com/a.png" } });

        ShouldBe(answer, 422, "Reference to video only supports the Veo Fast model and Veo Lite model.");
    }

    [Fact]
    public async Task Reference_of_the_sandbox_that_is_too_long_or_too_short_is_refused()
    {
        using var studio = new Rendering.Studio();
        await using var caller = await Caller.StartAsync();
        var video = await caller.UploadAsync((await studio.VideoAsync("color=red:s=64x64:r=5", 17)).Path);
        var sound = await caller.UploadAsync((await studio.SoundAsync("sine", 1, "mp3")).Path);

        ShouldBe(await CreateAsync(new { prompt = "xxx", reference_video_urls = new[] { video } }), 422, "reference_video_urls duration must be between 2 and 15 seconds");
        ShouldBe(
            await CreateAsync(new { prompt = "xxx", reference_image_urls = new[] { "https://example.com/a.png" }, reference_audio_urls = new[] { sound } }),
            422, "Each reference audio must be between 2 and 15 seconds");

        Task<JsonNode> CreateAsync(object input) => caller.PostAsync("/api/v1/jobs/createTask", new { model = "bytedance/seedance-2", input });
    }

    [Fact]
    public async Task Readings_are_limited_by_key_and_submissions_by_account()
    {
        await using var caller = await Caller.StartAsync(options => (options.Keys, options.Speed) = (["sandbox", "other"], 100), new FakeClock());
        for (var i = 0; i < 19; i++) await caller.CreateAsync(Model, Input("x"));
        var taskId = await caller.CreateAsync(Model, Input("x"));
        for (var i = 0; i < 10; i++) await caller.RecordAsync(taskId);

        caller.Http.DefaultRequestHeaders.Authorization = new("Bearer", "other");

        (await caller.RecordAsync(taskId))["taskId"]!.GetValue<string>().ShouldBe(taskId);
        (await caller.PostAsync("/api/v1/jobs/createTask", new { model = Model, input = Input("x") }))["code"]!.GetValue<int>().ShouldBe(429);
    }

    [Fact]
    public async Task Number_given_as_text_and_unknown_fields_are_taken_as_the_service_takes_them()
    {
        await using var caller = await Caller.StartAsync();

        await caller.CreateAsync(Model, new { prompt = "x", duration = 5, aspect_ratio = "1:1", sound = false, something_new = "?" });
    }

    [Fact]
    public async Task Prompt_that_is_too_long_is_refused()
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.PostAsync("/api/v1/jobs/createTask", new { model = Model, input = Input(new string('x', 100_000)) });

        ShouldBe(answer, 422, "prompt exceeds the maximum length");
    }

    [Fact]
    public async Task Unknown_model_is_refused()
    {
        await using var caller = await Caller.StartAsync();

        var answer = await caller.PostAsync("/api/v1/jobs/createTask", new { model = "kling-9/text-to-video", input = Input("x") });

        ShouldBe(
            answer, 422, "The model name you specified is not supported. Please verify your input and use one of the supported models provided by KIE.");
    }

    [Fact]
    public async Task Wrong_key_is_refused()
    {
        await using var caller = await Caller.StartAsync(options => options.Keys = ["other"]);

        ShouldBe(await caller.GetAsync("/api/v1/chat/credit"), 401, "You do not have access permissions");
    }

    [Fact]
    public async Task Submission_beyond_the_balance_is_refused_and_nothing_is_kept()
    {
        await using var caller = await Caller.StartAsync(options => (options.Credits, options.Speed) = (55, 1), new FakeClock());
        await caller.CreateAsync(Model, Input("first"));

        var answer = await caller.PostAsync("/api/v1/jobs/createTask", new { model = Model, input = Input("second") });

        ShouldBe(answer, 402, "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.");
        (await caller.CreditAsync()).ShouldBe(0);
        (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Twenty_first_submission_within_ten_seconds_is_refused_and_later_taken_again()
    {
        var clock = new FakeClock();
        await using var caller = await Caller.StartAsync(options => options.Speed = 100, clock);
        for (var i = 0; i < 20; i++) await caller.CreateAsync(Model, Input("x"));

        var answer = await caller.PostAsync("/api/v1/jobs/createTask", new { model = Model, input = Input("x") });
        answer["code"]!.GetValue<int>().ShouldBe(429);

        clock.Advance(TimeSpan.FromSeconds(10));
        await caller.CreateAsync(Model, Input("x"));
    }

    [Fact]
    public async Task Eleventh_reading_within_a_second_is_refused()
    {
        var clock = new FakeClock();
        await using var caller = await Caller.StartAsync(options => options.Speed = 100, clock);
        var taskId = await caller.CreateAsync(Model, Input("x"));
        for (var i = 0; i < 10; i++) await caller.RecordAsync(taskId);

        ShouldBe(await caller.GetAsync($"/api/v1/jobs/recordInfo?taskId={taskId}"), 429, "Rate limit exceeded");
        clock.Advance(TimeSpan.FromSeconds(1));
        (await caller.RecordAsync(taskId))["state"]!.GetValue<string>().ShouldBe("waiting");
    }

    [Fact]
    public async Task Without_limits_there_is_neither_a_rate_nor_a_budget()
    {
        await using var caller = await Caller.StartAsync(options => (options.Limits, options.Credits, options.Speed) = (false, 0, 100), new FakeClock());

        for (var i = 0; i < 25; i++) await caller.CreateAsync(Model, Input("x"));
        (await caller.CreditAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Record_of_an_unknown_task_is_null()
    {
        await using var caller = await Caller.StartAsync();

        ShouldBe(await caller.GetAsync("/api/v1/jobs/recordInfo?taskId=task_unknown"), 422, "recordInfo is null");
    }

    private static object Input(string prompt) => new { prompt, duration = "5", aspect_ratio = "1:1", sound = false };

    private static void ShouldBe(JsonNode answer, int code, string message) =>
        (answer["code"]!.GetValue<int>(), answer["msg"]!.GetValue<string>()).ShouldBe((code, message));
}
