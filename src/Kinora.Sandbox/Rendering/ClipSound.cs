using Kinora.Core.Media;

namespace Kinora.Sandbox.Rendering;

/// <summary>The sound of a clip: a given recording, or music made for it.</summary>
internal static class ClipSound
{
    /// <summary>Answers the name of the stream in the graph, exactly as long as the clip; null for a silent one.</summary>
    public static async Task<string?> RecordAsync(RenderPlan plan, FilterGraph graph, string folder, CancellationToken cancellationToken)
    {
        if (plan.Track is { } track)
        {
            var input = graph.Input(["-vn", "-t", $"{plan.Seconds + 1:0.###}", .. MediaArguments.Input(track.Path)]);
            return graph.Then(
                $"[{input}:a:0]",
                $"aresample={PadSound.Rate}:async=1:first_pts=0,aformat=sample_fmts=fltp:channel_layouts=stereo,apad,atrim=duration={plan.Seconds:0.###}");
        }

        if (!plan.Sound) return null;
        var rate = plan.Fast ? PadSound.Rate / 2 : PadSound.Rate;
        var samples = PadSound.Make(Dice.From(plan.Prompt + "\nsound", plan.Seed), plan.Seconds, rate);
        await File.WriteAllBytesAsync(Path.Combine(folder, "sound.raw"), samples, cancellationToken);
        return graph.Then($"[{graph.Raw("sound.raw", "-f", "s16le", "-ar", $"{rate}", "-ac", "2")}]", "anull");
    }
}
