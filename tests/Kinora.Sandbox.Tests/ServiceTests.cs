using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests;

/// <summary>The one form that early callers have for all services.</summary>
public sealed class ServiceTests
{
    private const string Prompt = "A person running through a forest at sunset";

    [Theory]
    [InlineData("kling", """{}""", "kling-2.6/text-to-video")]
    [InlineData("kling", """{"imageUrl":"https://example.com/a.png"}""", "kling-2.6/image-to-video")]
    [InlineData("kling", """{"videoUrl":"https://example.com/a.mp4"}""", "kling-3.0-omni/transformation")]
    [InlineData("kling", """{"imageUrl":"https://example.com/a.png","videoUrl":"https://example.com/a.mp4"}""", "kling-2.6/motion-control")]
    [InlineData("kling", """{"imageUrl":"https://example.com/a.png","audioUrl":"https://example.com/a.mp3"}""", "kling/ai-avatar-standard")]
    [InlineData("kling", """{"model":"kling-2.5"}""", "kling/v2-5-turbo-text-to-video-pro")]
    [InlineData("kling", """{"model":"kling/v2-1-master-image-to-video","imageUrl":"https://example.com/a.png"}""", "kling/v2-1-master-image-to-video")]
    [InlineData("sora", """{}""", "sora-2-text-to-video")]
    [InlineData("sora", """{"imageUrl":"https://example.com/a.png"}""", "sora-2-image-to-video")]
    [InlineData("minimax", """{}""", "minimax-h3/text-to-video")]
    [InlineData("hailuo", """{}""", "hailuo/02-text-to-video-standard")]
    [InlineData("wan", """{}""", "wan/2-6-text-to-video")]
    [InlineData("wan", """{"videoUrl":"https://example.com/a.mp4"}""", "wan/2-7-videoedit")]
    [InlineData("seedance", """{"duration":"8","resolution":"720p","aspectRatio":"16:9","seed":12345}""", "bytedance/seedance-1.5-pro")]
    public async Task What_is_given_decides_the_model(string service, string given, string model)
    {
        await using var caller = await StartAsync();
        var request = JsonNode.Parse(given)!;
        request["prompt"] = Prompt;

        var answer = await caller.PostAsync($"/api/v1/{service}/generate", request);

        answer["code"]!.GetValue<int>().ShouldBe(200, answer.ToJsonString());
        (await caller.GetAsync("/sandbox/tasks"))["tasks"]![0]!["model"]!.GetValue<string>().ShouldBe(model);
    }

    [Fact]
    public async Task Task_is_read_and_called_back_flat_and_is_a_jobs_task_too()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync(speed: 0);

        var taskId = (await caller.PostAsync("/api/v1/kling/generate", new { prompt = Prompt, duration = 5, resolution = "1080p", aspectRatio = "16:9", callBackUrl = inbox.Address }))["data"]!["taskId"]!.GetValue<string>();
        var callback = (await inbox.NextAsync()).Body;
        var record = (await caller.GetAsync($"/api/v1/kling/record-info?taskId={taskId}"))["data"]!;

        callback.AsObject().Select(field => field.Key).ShouldBe(["taskId", "status", "videoUrl", "duration", "completedAt"], ignoreOrder: true);
        (callback["taskId"]!.GetValue<string>(), callback["status"]!.GetValue<int>(), callback["duration"]!.GetValue<int>()).ShouldBe((taskId, 1, 5));
        record["videoUrl"]!.GetValue<string>().ShouldBe(callback["videoUrl"]!.GetValue<string>());
        (await caller.RecordAsync(taskId))["state"]!.GetValue<string>().ShouldBe("success");
    }

    [Theory]
    [InlineData("kling", """{"model":"sora-2"}""", "The model name you specified is not supported.")]
    [InlineData("sora", """{"videoUrl":"https://example.com/a.mp4"}""", "sora has no model for what is given")]
    [InlineData("kling", """{"duration":7}""", "")]
    public async Task What_no_model_does_is_refused(string service, string given, string message)
    {
        await using var caller = await StartAsync();
        var request = JsonNode.Parse(given)!;
        request["prompt"] = Prompt;

        var answer = await caller.PostAsync($"/api/v1/{service}/generate", request);

        answer["code"]!.GetValue<int>().ShouldBe(422);
        answer["msg"]!.GetValue<string>().ShouldStartWith(message);
    }

    private static Task<Caller> StartAsync(double speed = 1000) =>
        Caller.StartAsync(options => (options.Render, options.Speed, options.Limits) = (SandboxRender.None, speed, false));
}
