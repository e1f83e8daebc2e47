using Kinora.Core.Media;
using Kinora.Testing;

namespace Kinora.Core.Tests.Media;

public sealed class MediaProcessTests
{
    private static readonly string[] Endless = ["-v", "error", "-re", "-f", "lavfi", "-i", "color=black:s=16x16:r=1", "-f", "null", "-"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_that_fails_tells_what_the_tool_said()
    {
        using var process = new MediaProcess(TimeProvider.System);

        var failed = await Should.ThrowAsync<MediaException>(
            () => process.RunAsync(MediaTool.Ffmpeg, ["-i", "no-such-file"], TimeSpan.FromSeconds(10), Stop));

        failed.Failure.ShouldBe(MediaFailure.Failed);
        failed.ToolOutput.ShouldContain("no-such-file");
    }

    [Fact]
    public async Task Run_that_never_ends_is_stopped_by_its_timeout_and_frees_its_place()
    {
        var clock = new FakeClock();
        using var process = new MediaProcess(clock, concurrency: 1);

        var endless = process.RunAsync(MediaTool.Ffmpeg, Endless, TimeSpan.FromSeconds(5), Stop);
        clock.Advance(TimeSpan.FromSeconds(6));

        (await Should.ThrowAsync<MediaException>(() => endless)).Failure.ShouldBe(MediaFailure.Stopped);
        (await process.RunAsync(MediaTool.Ffmpeg, ["-version"], TimeSpan.FromSeconds(10), Stop)).ShouldContain("ffmpeg version");
    }

    [Fact]
    public async Task Run_that_the_system_ends_tells_nothing_of_the_file()
    {
        using var process = new MediaProcess(TimeProvider.System);
        var mark = Guid.NewGuid().ToString();

        var run = process.RunAsync(MediaTool.Ffmpeg, Marked(mark), TimeSpan.FromMinutes(1), Stop);
        Find(mark).Kill();

        (await Should.ThrowAsync<MediaException>(() => run)).Failure.ShouldBe(MediaFailure.Stopped);
    }

    [Fact]
    public async Task Run_leaves_the_processor_to_the_server_first()
    {
        using var process = new MediaProcess(TimeProvider.System);
        using var cancel = new CancellationTokenSource();
        var mark = Guid.NewGuid().ToString();

        var run = process.RunAsync(MediaTool.Ffmpeg, Marked(mark), TimeSpan.FromMinutes(1), cancel.Token);

        Find(mark).PriorityClass.ShouldBe(System.Diagnostics.ProcessPriorityClass.BelowNormal);
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => run);
    }

    /// <summary>What never ends, and can be told from what others run.</summary>
    private static string[] Marked(string mark) => [.. Endless[..^3], "-metadata", "title=" + mark, .. Endless[^3..]];

    private static System.Diagnostics.Process Find(string mark) =>
        System.Diagnostics.Process.GetProcessesByName("ffmpeg").Single(one => CommandLine(one.Id).Contains(mark, StringComparison.Ordinal));

    /// <summary>Empty where the process, of some other test, has ended.</summary>
    private static string CommandLine(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    [Fact]
    public async Task Run_beyond_the_concurrency_waits_for_a_place()
    {
        using var process = new MediaProcess(TimeProvider.System, concurrency: 1);
        using var cancel = new CancellationTokenSource();

        var first = process.RunAsync(MediaTool.Ffmpeg, Endless, TimeSpan.FromMinutes(1), cancel.Token);
        var second = process.RunAsync(MediaTool.Ffmpeg, ["-version"], TimeSpan.FromSeconds(10), Stop);
        (await process.RunAsync(MediaTool.Ffprobe, ["-version"], TimeSpan.FromSeconds(10), Stop)).ShouldContain("ffprobe version");
        second.IsCompleted.ShouldBeFalse();

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        (await second).ShouldContain("ffmpeg version");
    }
}
