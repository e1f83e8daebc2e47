namespace Kinora.Sandbox.Tests;

/// <summary>What another process goes on with, on the same data folder.</summary>
public sealed class RestartTests : IDisposable
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

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Task<Caller> StartAsync(double speed) =>
        Caller.StartAsync(options => (options.DataFolder, options.Speed, options.Render) = (_folder, speed, SandboxRender.None));
}
