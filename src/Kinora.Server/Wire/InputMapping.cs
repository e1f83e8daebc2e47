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
        Prompt = request.Prompt,
        NegativePrompt = request.NegativePrompt,
        Duration = request.Duration,
        AspectRatio = request.AspectRatio,
        Resolution = request.Resolution,
        Sound = request.Sound,
        Seed = request.Seed,
        Style = request.Style,
        MultiShot = request.MultiShot,
        Watermark = request.Watermark,
        FirstFrame = request.FirstFrame,
        LastFrame = request.LastFrame,
        // JSON may hold nulls in a list: they are at fault like any other text that is no picture.
        References = [.. (request.References ?? []).Select(reference => reference ?? "")],
        Parameters = request.Parameters,
    };

    public static GenerateVideoRequest ToRequest(this GenerationInput input) => new()
    {
        Model = input.Model,
        Mode = input.Mode,
        Prompt = input.Prompt,
        NegativePrompt = input.NegativePrompt,
        Duration = input.Duration,
        AspectRatio = input.AspectRatio,
        Resolution = input.Resolution,
        Sound = input.Sound,
        Seed = input.Seed,
        Style = input.Style,
        MultiShot = input.MultiShot,
        Watermark = input.Watermark,
        FirstFrame = input.FirstFrame,
        LastFrame = input.LastFrame,
        References = input.References.Count == 0 ? null : input.References,
        Parameters = input.Parameters is { Count: > 0 } ? input.Parameters : null,
    };

    /// <summary>All faults of a form in one answer, under the code of the first.</summary>
    public static ProblemResult ToProblem(this IReadOnlyList<InputFault> faults) => new(
        ProblemResult.Of(400, faults[0].Code, string.Join(' ', faults.Select(f => f.Message))).Value with
        {
            Errors = [.. faults.Select(f => new FieldProblem(f.Field, f.Message, f.Given, f.Allowed is { Count: > 0 } ? f.Allowed : null))],
        });
}
