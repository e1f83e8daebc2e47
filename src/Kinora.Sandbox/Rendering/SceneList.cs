using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Sandbox.Rendering;

/// <summary>The scenes that a request asks for.</summary>
internal static class SceneList
{
    // Where several are asked for and none is told.
    private const int UsualCount = 3;

    /// <summary>The fields in which models list shots, and the one that tells what a shot shows.</summary>
    private static readonly (string List, string Prompt, bool OnlySeveral)[] Lists = [("multi_prompt", "prompt", true), ("shots", "Scene", false)];

    /// <summary>Together as long as the video; none for a single scene.</summary>
    public static IReadOnlyList<Scene> Of(GenerationInput input, double seconds)
    {
        foreach (var (list, prompt, onlySeveral) in Lists)
        {
            if ((!onlySeveral || input.MultiShot == true) && input.Parameters?[list] is JsonArray { Count: > 0 } shots) return Listed(shots, prompt, seconds);
        }

        return input.MultiShot == true
            ? [.. Enumerable.Repeat(new Scene(input.Prompt ?? "", seconds / UsualCount), UsualCount)]
            : [];
    }

    // The last one fills what is left; what begins after the end is not shown.
    private static List<Scene> Listed(JsonArray shots, string prompt, double seconds)
    {
        var (scenes, left) = (new List<Scene>(), seconds);
        foreach (var shot in shots.OfType<JsonObject>().Where(_ => left > 0))
        {
            var length = Math.Clamp(Number(shot["duration"]), 1.0 / RenderPlan.FrameRate, left);
            scenes.Add(new Scene(shot[prompt]?.ToString() ?? "", length));
            left -= length;
        }

        if (scenes.Count > 0) scenes[^1] = scenes[^1] with { Seconds = scenes[^1].Seconds + left };
        return scenes;
    }

    private static double Number(JsonNode? value) =>
        value?.GetValueKind() is JsonValueKind.Number or JsonValueKind.String && double.TryParse(value.ToString(), out var number) ? number : 1;
}
