using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>Puts a video and its continuation together, with a hard cut.</summary>
internal sealed class Splicer(MediaProcess process)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    /// <summary>Writes both into one file, in the size of the first. It has sound when either has.</summary>
    public Task JoinAsync(Footage first, Footage second, string target, CancellationToken cancellationToken)
    {
        var graph = new FilterGraph();
        var hasSound = first.HasSound || second.HasSound;
        var parts = new[] { first, second }.Select(one => Part(graph, one, first, hasSound)).ToArray();
        graph.Chain(string.Concat(parts) + $"concat=n=2:v=1:a={(hasSound ? 1 : 0)}{(hasSound ? "[film][sound]" : "[film]")}");
        string[] sound = hasSound ? ["-map", "[sound]", "-c:a", "aac", "-aac_coder", "fast", "-b:a", "128k"] : ["-an"];
        return process.RunAsync(
            MediaTool.Ffmpeg,
            [
                "-v", "error", .. graph.Arguments, "-map", "[film]", .. sound, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-crf", "22",
                "-preset", "superfast", "-threads", "2", "-movflags", "+faststart", "-f", "mp4", "-y", "file:" + Path.GetFullPath(target),
            ],
            Timeout,
            cancellationToken);
    }

    private static string Part(FilterGraph graph, Footage footage, Footage size, bool hasSound)
    {
        var input = graph.Input(MediaArguments.Input(footage.Path));
        var film = graph.Then($"[{input}:V:0]", $"fps={RenderPlan.FrameRate},scale={size.Width}:{size.Height}:flags=bicubic,setsar=1,format=yuv420p");
        if (!hasSound) return film;
        return film + (footage.HasSound
            ? graph.Then($"[{input}:a:0]", $"aresample={PadSound.Rate},aformat=channel_layouts=stereo,apad,atrim=duration={footage.Seconds:0.###}")
            : graph.Then("", $"anullsrc=r={PadSound.Rate}:cl=stereo,atrim=duration={footage.Seconds:0.###}"));
    }
}
