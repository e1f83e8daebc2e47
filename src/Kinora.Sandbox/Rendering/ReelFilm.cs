using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>Films given pictures and videos: a slow zoom over each picture, a video as it is, and a dissolve from one to the next.</summary>
internal static class ReelFilm
{
    // By how much of its size a picture grows, or shrinks, while it is shown.
    private const double Zoom = 0.1;

    // A video that is shorter than what is asked of it by less than this stands still at its end; by more, it begins again.
    private const double StandStill = 0.5;

    private static readonly string Clock = $"settb=1/{RenderPlan.FrameRate},setpts=N,fps={RenderPlan.FrameRate}";

    /// <summary>Answers the name of the stream in the graph.</summary>
    public static string Shoot(RenderPlan plan, FilterGraph graph)
    {
        var count = plan.Shots.Count;
        var dissolve = count == 1 ? 0 : Math.Min(1.2, plan.Seconds / (count + 1));
        var each = (plan.Seconds + ((count - 1) * dissolve)) / count;
        var shots = plan.Shots.Select((shot, i) => shot switch
        {
            Picture picture => Still(plan, graph, picture, each, outwards: i > 0 && i == count - 1),
            Footage footage => Moving(plan, graph, footage, each),
            _ => throw new InvalidOperationException("A shot is a picture or a video."),
        }).ToArray();

        var last = shots[0];
        for (var i = 1; i < count; i++)
        {
            last = graph.Then(last + shots[i], $"xfade=transition=fade:duration={dissolve:0.####}:offset={i * (each - dissolve):0.####}");
        }

        return graph.Then(last, "format=yuv420p");
    }

    // Repeated for ever at the frame rate.
    private static string Still(RenderPlan plan, FilterGraph graph, Picture picture, double seconds, bool outwards)
    {
        var input = graph.Input(MediaArguments.Picture(picture.Path, picture.ContentType));
        return graph.Then($"[{input}]", $"{Fit(plan)},loop=loop=-1:size=1,{Clock},{Move(seconds, outwards)},trim=duration={seconds:0.####}");
    }

    private static string Moving(RenderPlan plan, FilterGraph graph, Footage footage, double seconds)
    {
        string[] again = seconds > footage.Seconds + StandStill ? ["-stream_loop", "-1"] : [];
        var input = graph.Input([.. again, "-t", $"{seconds + 1:0.###}", .. MediaArguments.Input(footage.Path)]);
        return graph.Then(
            $"[{input}:V:0]",
            $"setpts=PTS-STARTPTS,fps={RenderPlan.FrameRate},{Fit(plan)},tpad=stop=-1:stop_mode=clone,{Clock},trim=duration={seconds:0.####}");
    }

    // Cropped to the frame's shape before it is scaled: a strip of a picture must not become a wall of pixels.
    private static string Fit(RenderPlan plan) =>
        $"crop='max(1,min(iw,ih*{plan.Width}/{plan.Height}))':'max(1,min(ih,iw*{plan.Height}/{plan.Width}))',"
        + $"scale={plan.Width}:{plan.Height}:flags=bicubic:out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1";

    // The perspective filter samples between pixels, so even a very slow zoom does not tremble.
    private static string Move(double seconds, bool outwards)
    {
        var progress = $"min(on/{Math.Max(1, seconds * RenderPlan.FrameRate):0.##},1)";
        var margin = $"{Zoom / 2:0.####}*{(outwards ? $"(1-{progress})" : progress)}";
        var (near, far) = ($"*({margin})", $"*(1-({margin}))");
        return $"perspective=x0='W{near}':y0='H{near}':x1='W{far}':y1='H{near}':x2='W{near}':y2='H{far}':x3='W{far}':y3='H{far}'"
               + ":interpolation=linear:eval=frame";
    }
}
