using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>What is done to a film once it is shot. Each answers the name of the changed stream.</summary>
internal static class FilmEffects
{
    /// <summary>Other colours, which prompt and seed decide: the hues turned and tinted. Light and shade stay, and all shapes with them.</summary>
    public static string Regrade(RenderPlan plan, FilterGraph graph, string film)
    {
        var dice = Dice.From(plan.Prompt + "\ngrade", plan.Seed);
        var turn = dice.Between(60, 300);
        return graph.Then(film, $"hue=h={turn:0.#}:s=1.1,{Lean(dice, 8, 20)}");
    }

    /// <summary>A light tint, which the style's word decides.</summary>
    public static string Tint(RenderPlan plan, FilterGraph graph, string film)
    {
        var dice = Dice.From(plan.Style + "\nstyle", null);
        return graph.Then(film, $"hue=s={dice.Between(0.55f, 1.5f):0.##},{Lean(dice, 6, 14)}");
    }

    // Moves all colours the same way.
    private static string Lean(Dice dice, int least, int most)
    {
        string Shift() => $"clip(val{(dice.Below(2) == 0 ? '+' : '-')}{dice.Between(least, most):0},16,240)";
        return $"lutyuv=u='{Shift()}':v='{Shift()}'";
    }

    /// <summary>
    /// One of the plan's insets, from the upper right corner down, within two fifths of the frame each way, with round corners and a thin light edge.
    /// </summary>
    public static string Inset(RenderPlan plan, FilterGraph graph, string film, int index)
    {
        var inset = plan.Insets[index];
        var room = Math.Min(0.4, (0.9 / plan.Insets.Count) - 0.05);
        var scale = Math.Min(plan.Width * 0.4 / inset.Width, plan.Height * room / inset.Height);
        var (width, height) = (Math.Max(4, (int)(inset.Width * scale)), Math.Max(4, (int)(inset.Height * scale)));
        var (round, edge, margin) = (Math.Min(width, height) / 8, Math.Max(1, plan.Height / 240), plan.Height / 20);

        // Distance from the rounded edge, negative inside. Worked out for one frame, which then stays.
        var distance = $"hypot(max(0,max({round}-X,X-{width - 1 - round})),max(0,max({round}-Y,Y-{height - 1 - round})))-{round}";
        string Channel(char channel) => $"{channel}='if(gt({distance},-{edge}),255,{channel}(X,Y))'";
        var input = graph.Input(MediaArguments.Picture(inset.Path, inset.ContentType));
        var card = graph.Then(
            $"[{input}]",
            $"scale={width}:{height}:flags=bicubic,format=rgba,geq={Channel('r')}:{Channel('g')}:{Channel('b')}:a='255*lte({distance},0)',"
            + $"loop=loop=-1:size=1,setpts=N/({RenderPlan.FrameRate}*TB),scale=out_color_matrix=bt709:out_range=tv,format=yuva420p");
        var top = margin + (int)(index * plan.Height * (room + 0.05));
        return graph.Then(film + card, $"overlay=x=W-w-{margin}:y={top}:format=yuv420");
    }

    /// <summary>The sound as waves across the lower half.</summary>
    /// <param name="sound">The stream of it.</param>
    public static string Waves(RenderPlan plan, FilterGraph graph, string film, string sound)
    {
        var height = Math.Max(2, plan.Height / 4 / 2 * 2);
        var waves = graph.Then(
            sound,
            $"aformat=channel_layouts=mono,showwaves=s={plan.Width}x{height}:mode=cline:rate={RenderPlan.FrameRate}:colors=white@0.85:scale=sqrt,format=yuva420p");
        return graph.Then(film + waves, $"overlay=x=0:y={plan.Height * 11 / 20}:format=yuv420");
    }
}
