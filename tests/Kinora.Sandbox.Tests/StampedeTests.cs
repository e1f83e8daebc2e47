namespace Kinora.Sandbox.Tests;

/// <summary>Many tasks at once are rendered a few at a time.</summary>
public sealed class StampedeTests : IDisposable
{
    private const int Tasks = 30;
    private const int AtOnce = 2;

    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-stampede-").FullName;

    [Fact]
    public async Task Few_videos_are_rendered_at_once_however_many_are_asked_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are counted in /proc.");
        await using var caller = await Caller.StartAsync(options => (options.DataFolder, options.Limits) = (_folder, false));
        for (var i = 0; i < Tasks; i++) await caller.CreateAsync("wan/2-7-text-to-video", new { prompt = $"waves {i}", duration = 2, resolution = "720p", ratio = "16:9" });

        var (most, seen) = (0, 0);
        for (var finished = 0; finished < Tasks;)
        {
            var running = Running();
            (most, seen) = (Math.Max(most, running), seen + running);
            finished = (await caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().Count(task => task!["state"]!.GetValue<string>() == "success");
        }

        seen.ShouldBeGreaterThan(0);
        most.ShouldBeLessThanOrEqualTo(AtOnce);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // FFmpeg works in a folder below the sandbox's own, which tells it from that of other tests.
    private int Running() => Directory.EnumerateDirectories("/proc").Count(process =>
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "comm")).Trim() == "ffmpeg"
                && File.ResolveLinkTarget(Path.Combine(process, "cwd"), returnFinalTarget: false)?.FullName.StartsWith(_folder, StringComparison.Ordinal) == true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // It ended meanwhile, or is no process.
        }
    });
}
