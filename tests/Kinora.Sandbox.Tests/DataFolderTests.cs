namespace Kinora.Sandbox.Tests;

/// <summary>What is kept in a data folder, and what another process goes on with there.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-sandbox-tests-").FullName;

    [Theory]
    [InlineData("2h")]
    [InlineData("300d")]
    public async Task Task_that_was_made_on_a_clock_moved_ahead_goes_on_after_a_restart(string ahead)
    {
        await using var inbox = await Inbox.StartAsync();
        string taskId;
        await using (var before = await StartAsync(speed: 1))
        {
            await before.AdvanceAsync(ahead);
            taskId = await before.CreateAsync(
                "kling-2.6/text-to-video", new { prompt = "a cat", duration = "5", aspect_ratio = "1:1", sound = false }, inbox.Address);
        }

        await using var after = await StartAsync(speed: 0);

        (await inbox.NextAsync()).Body["data"]!["taskId"]!.GetValue<string>().ShouldBe(taskId);
    }

    // With a folder: keeping a task takes its time there, in which others could come.
    [Fact]
    public async Task Larger_versions_that_several_ask_for_at_once_are_made_and_charged_once()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var caller = await StartAsync(speed: 0);
        var taskId = (await caller.PostAsync("/api/v1/veo/generate", new { prompt = "waves", callBackUrl = inbox.Address }))["data"]!["taskId"]!.GetValue<string>();
        await inbox.NextAsync();
        var before = (await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => caller.CreditAsync())))[0]; // All connections stand now.

        await Task.WhenAll(Enumerable.Range(0, 32).SelectMany(_ => new[]
        {
            caller.GetAsync($"/api/v1/veo/get-1080p-video?taskId={taskId}&index=0"), caller.PostAsync("/api/v1/veo/get-4k-video", new { taskId }),
        }));

        (before - await caller.CreditAsync()).ShouldBe(5 + 120);
        (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().Count.ShouldBe(3);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<Caller> StartAsync(double speed) =>
        Caller.StartAsync(options => (options.DataFolder, options.Speed, options.Render, options.Limits) = (_folder, speed, SandboxRender.None, false));
}
