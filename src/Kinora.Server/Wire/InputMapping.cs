using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Server.Problems;

namespace Kinora.Server.Wire;

/// <summary>The request form, between the wire and the domain, and its faults.</summary>
internal static class InputMapping
{
    public static GenerationInput ToInput(this GenerateVideoRequest request) => new()
    {
        Model = request.Model,
        Mode = request.Mode,
        Tier = request.Tier,
        Prompt = request.Prompt,
        NegativePrompt = request.NegativePrompt,
        Duration = request.Duration,
        AspectRatio = request.AspectRatio,
        Resolution = request.Resolution,
        Sound = request.Sound,
        Seed = request.Seed,
        Style = request.Style,
        Camera = request.Camera,
        MotionStrength = request.MotionStrength,
        CharacterOrientation = request.CharacterOrientation,
        MultiShot = request.MultiShot,
        PromptOptimizer = request.PromptOptimizer,
        Translation = request.Translation,
        CfgScale = request.CfgScale,
        FixedLens = request.FixedLens,
        Watermark = request.Watermark,
        RemoveWatermark = request.RemoveWatermark,
        FirstFrame = request.FirstFrame,
        LastFrame = request.LastFrame,
        References = Given(request.References),
        SourceVideo = request.SourceVideo,
        MotionVideo = request.MotionVideo,
        Audio = request.Audio,
        ReferenceVideos = Given(request.ReferenceVideos),
        ReferenceAudio = Given(request.ReferenceAudio),
        Source = request.Source,
        WebhookUrl = request.WebhookUrl,
        Parameters = request.Parameters,
    };

    public static GenerateVideoRequest ToRequest(this GenerationInput input) => new()
    {
        Model = input.Model,
        Mode = input.Mode,
        Tier = input.Tier,
        Prompt = input.Prompt,
        NegativePrompt = input.NegativePrompt,
        Duration = input.Duration,
        AspectRatio = input.AspectRatio,
        Resolution = input.Resolution,
        Sound = input.Sound,
        Seed = input.Seed,
        Style = input.Style,
        Camera = input.Camera,
        MotionStrength = input.MotionStrength,
        CharacterOrientation = input.CharacterOrientation,
        MultiShot = input.MultiShot,
        PromptOptimizer = input.PromptOptimizer,
        Translation = input.Translation,
        CfgScale = input.CfgScale,
        FixedLens = input.FixedLens,
        Watermark = input.Watermark,
        RemoveWatermark = input.RemoveWatermark,
        FirstFrame = input.FirstFrame,
        LastFrame = input.LastFrame,
        References = Said(input.References),
        SourceVideo = input.SourceVideo,
        MotionVideo = input.MotionVideo,
        Audio = input.Audio,
        ReferenceVideos = Said(input.ReferenceVideos),
        ReferenceAudio = Said(input.ReferenceAudio),
        Source = input.Source,
        WebhookUrl = input.WebhookUrl,
        Parameters = input.Parameters is { Count: > 0 } ? input.Parameters : null,
    };

    /// <summary>All faults of a form in one answer, under the code of the first.</summary>
    public static ProblemResult ToProblem(this IReadOnlyList<InputFault> faults, int status = 400) => new(
        ProblemResult.Of(status, faults[0].Code, string.Join(' ', faults.Select(f => f.Message))).Value with
        {
            Errors = faults.ToErrors(),
        });

    public static IReadOnlyList<FieldProblem> ToErrors(this IReadOnlyList<InputFault> faults) =>
        [.. faults.Select(f => new FieldProblem(f.Field, f.Message, f.Given, f.Allowed is { Count: > 0 } ? f.Allowed : null))];

    // JSON may hold nulls in a list: they are at fault like any other text that is no file.
    private static IReadOnlyList<string> Given(IReadOnlyList<string>? media) => [.. (media ?? []).Select(one => one ?? "")];

    private static IReadOnlyList<string>? Said(IReadOnlyList<string> media) => media.Count == 0 ? null : media;
}
