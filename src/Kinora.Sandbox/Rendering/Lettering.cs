namespace Kinora.Sandbox.Rendering;

/// <summary>Draws text over the picture: the prompt at its foot, the watermark in its upper left corner.</summary>
internal static class Lettering
{
    /// <summary>What the copy of the font is called, in the folder that work folders are in.</summary>
    public const string FontName = "font";

    /// <summary>Writes the text into the work folder and answers the filters that draw it.</summary>
    public static async Task<string> SetAsync(RenderPlan plan, Font font, string folder, CancellationToken cancellationToken)
    {
        var filters = new List<string>();
        var start = 0.0;
        foreach (var (index, scene) in plan.Scenes.DefaultIfEmpty(new Scene(plan.Prompt, plan.Seconds)).Index())
        {
            var when = plan.Scenes.Count > 1 ? $":enable='between(t,{start:0.###},{start + scene.Seconds - 0.001:0.###})'" : "";
            if (Caption.For(scene.Prompt, plan.Width, plan.Height, font.Width) is { } caption)
            {
                for (var i = 0; i < caption.Lines.Count; i++)
                {
                    var place = $"x=(w-text_w)/2:y=h*0.945-{caption.FontSize * 1.4:0.#}*{caption.Lines.Count - i}:alpha='clip((t-{start + 0.15:0.###})/0.7,0,1)'";
                    filters.Add(await DrawAsync($"caption{index}-{i}.txt", caption.Lines[i], caption.FontSize, place + when));
                }
            }

            start += scene.Seconds;
        }

        if (Caption.Watermark(plan.Watermark, plan.Width, plan.Height, font.Width) is { } mark)
            filters.Add(await DrawAsync("watermark.txt", mark.Lines[0], mark.FontSize, $"x={mark.FontSize}:y={mark.FontSize}:alpha=0.8"));

        return filters.Count == 0 ? "null" : string.Join(',', filters);

        // A file for each line: text never enters a filter, and each line has a place of its own.
        async Task<string> DrawAsync(string file, string text, int size, string place)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), text, cancellationToken);
            var shade = Math.Max(1, size / 14);
            return $"drawtext=fontfile=../{FontName}:textfile={file}:expansion=none:fontsize={size}:fontcolor=white"
                   + $":shadowcolor=black@0.75:shadowx={shade}:shadowy={shade}:borderw={shade}:bordercolor=black@0.35:{place}";
        }
    }
}
