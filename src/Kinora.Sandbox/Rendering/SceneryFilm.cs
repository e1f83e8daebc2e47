namespace Kinora.Sandbox.Rendering;

/// <summary>Films a painted landscape: its layers drift past each other.</summary>
internal static class SceneryFilm
{
    // Enough for a landscape in haze; larger videos are scaled up from it.
    private const int LongSide = 1280;

    /// <summary>Paints into the work folder and ends the graph in <c>[picture]</c>.</summary>
    public static async Task ShootAsync(RenderPlan plan, FilterGraph graph, string folder, CancellationToken cancellationToken)
    {
        var scale = Math.Min(1.0, (double)LongSide / Math.Max(plan.Width, plan.Height));
        var (width, height) = (Even(plan.Width * scale), Even(plan.Height * scale));
        var layers = new Scenery(Dice.From(plan.Prompt, plan.Seed), width, height, plan.Frames).Paint();

        for (var i = 0; i < layers.Count; i++)
        {
            var (picture, speed) = layers[i];
            var file = $"layer{i}.raw";
            await File.WriteAllBytesAsync(Path.Combine(folder, file), picture.Pixels, cancellationToken);
            var input = graph.Raw(
                file, "-f", "rawvideo", "-pixel_format", "rgba", "-video_size", $"{picture.Width}x{picture.Height}", "-framerate", $"{RenderPlan.FrameRate}");
            graph.Chain(i == 0
                ? $"[{input}]scale=out_color_matrix=bt709,format=yuv444p,loop=loop=-1:size=1,setpts=N/({RenderPlan.FrameRate}*TB)[scene0]"
                : $"[{input}]scale=out_color_matrix=bt709,format=yuva444p[layer{i}];"
                  + $"[scene{i - 1}][layer{i}]overlay=x='-floor(n*{speed:0.####})':y=0:format=yuv444[scene{i}]");
        }

        // Grain where it is cheap: in larger videos it would cost more bytes than the rest of the picture.
        var grain = scale < 1 ? "" : $",noise=alls=4:allf=t:all_seed={plan.Prompt.Length + 1}";
        var polish = plan.Fast ? "" : $",format=yuv420p,vignette=angle=PI/8{grain}";
        graph.Chain($"[scene{layers.Count - 1}]null{polish},scale={plan.Width}:{plan.Height}:flags=bicubic,format=yuv420p[picture]");
    }

    private static int Even(double pixels) => Math.Max(2, (int)Math.Round(pixels / 2) * 2);
}
