using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>Films given pictures: a slow zoom over each, and a dissolve from one to the next.</summary>
internal static class PictureFilm
{
    // By how much of its size a picture grows, or shrinks, while it is shown.
    private const double Zoom = 0.1;

    /// <summary>Ends the graph in <c>[picture]</c>.</summary>
    public static void Shoot(RenderPlan plan, FilterGraph graph)
    {
        var count = plan.Pictures.Count;
        var dissolve = count == 1 ? 0 : Math.Min(1.2, plan.Seconds / (count + 1));
        var each = (plan.Seconds + ((count - 1) * dissolve)) / count;
        for (var i = 0; i < count; i++)
        {
            var input = graph.Input(MediaArguments.Picture(plan.Pictures[i].Path, plan.Pictures[i].ContentType));
            graph.Chain($"[{input}]{Still(plan)},{Move(each, outwards: i > 0 && i == count - 1)},trim=duration={each:0.####}[shot{i}]");
        }

        var last = "shot0";
        for (var i = 1; i < count; i++)
        {
            graph.Chain($"[{last}][shot{i}]xfade=transition=fade:duration={dissolve:0.####}:offset={i * (each - dissolve):0.####}[reel{i}]");
            last = $"reel{i}";
        }

        graph.Chain($"[{last}]format=yuv420p[picture]");
    }

    // Cropped to the frame, repeated for ever at the frame rate.
    private static string Still(RenderPlan plan) =>
        $"scale={plan.Width}:{plan.Height}:force_original_aspect_ratio=increase:flags=bicubic:out_color_matrix=bt709:out_range=tv,format=yuv420p,"
        + $"crop={plan.Width}:{plan.Height},setsar=1,"
        + $"loop=loop=-1:size=1,settb=1/{RenderPlan.FrameRate},setpts=N,fps={RenderPlan.FrameRate}";

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
