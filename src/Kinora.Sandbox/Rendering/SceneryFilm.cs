namespace Kinora.Sandbox.Rendering;

/// <summary>Films a painted landscape: its layers drift past each other.</summary>
internal static class SceneryFilm
{
    // Enough for a landscape in haze; larger videos are scaled up from it.
    private const int LongSide = 1280;

    /// <summary>Paints into the work folder and answers the name of the stream in the graph, which has no end.</summary>
    /// <param name="scene">Each number is another landscape for the same prompt and seed.</param>
    public static async Task<string> ShootAsync(RenderPlan plan, int scene, FilterGraph graph, string folder, CancellationToken cancellationToken)
    {
        var scale = Math.Min(1.0, (double)LongSide / Math.Max(plan.Width, plan.Height));
        var (width, height) = (Even(plan.Width * scale), Even(plan.Height * scale));
        var dice = Dice.From(scene == 0 ? plan.Prompt : $"{plan.Prompt}\nscene {scene}", plan.Seed);

        var film = "";
        foreach (var (picture, speed) in new Scenery(dice, width, height, plan.Frames).Paint(polished: !plan.Fast))
        {
            var file = $"layer{graph.Inputs}.raw";
            await File.WriteAllBytesAsync(Path.Combine(folder, file), picture.Pixels, cancellationToken);
            var input = graph.Raw(
                file, "-f", "rawvideo", "-pixel_format", "rgba", "-video_size", $"{picture.Width}x{picture.Height}", "-framerate", $"{RenderPlan.FrameRate}");
            if (film.Length == 0)
            {
                film = graph.Then($"[{input}]", $"scale=out_color_matrix=bt709,format=yuv444p,loop=loop=-1:size=1,setpts=N/({RenderPlan.FrameRate}*TB)");
                continue;
            }

            var layer = graph.Then($"[{input}]", "scale=out_color_matrix=bt709,format=yuva444p");
            film = graph.Then(film + layer, $"overlay=x='-floor(n*{speed:0.####})':y=0:format=yuv444");
        }

        return graph.Then(film, $"format=yuv420p,scale={plan.Width}:{plan.Height}:flags=bicubic");
    }

    private static int Even(double pixels) => Math.Max(2, (int)Math.Round(pixels / 2) * 2);
}
