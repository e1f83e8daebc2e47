using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Kinora.Server.Endpoints;

/// <summary>Makes the request forms of what is made of an earlier generation.</summary>
internal sealed class ChildRequests(ModelCatalog catalog, Continuations continuations, IOptions<JsonOptions> json)
{
    /// <summary>What a change of the model leaves to the new one.</summary>
    private static readonly string[] OfModel = ["mode", "tier", "parameters"];

    private static readonly string[] Media = ["firstFrame", "lastFrame", "references", "sourceVideo", "motionVideo", "audio", "referenceVideos", "referenceAudio", "source"];

    /// <summary>The same request with changes (a null takes a field out), or why there is none.</summary>
    /// <remarks>With another model, settings that it does not have are left out; media are not, so that a model that takes none says so.</remarks>
    public (GenerationInput? Form, ProblemResult? Refusal) Remix(Generation earlier, JsonObject changes)
    {
        var form = ToJson(earlier.Input);
        if (changes["model"] is JsonValue named && named.TryGetValue<string>(out var model) && model != earlier.Input.Model)
        {
            foreach (var name in OfModel) form.Remove(name);
            form["model"] = model;
            Fit(form);
        }

        return Merged(form, changes);
    }

    /// <summary>A continuation of its take, or why there is none. What the continuing model must be told and is not, is as in the take.</summary>
    public (GenerationInput? Form, ProblemResult? Refusal) Extend(Generation earlier, JsonObject settings)
    {
        if (Unready(earlier) is { } unready) return (null, unready);
        var ways = continuations.Of(earlier);
        if (ways.FirstOrDefault(way => way.Mode is Continuations.Extend) is not { } way) return (null, Impossible(earlier, "continued", ways));
        var form = new JsonObject { ["model"] = way.Variant.Id, ["mode"] = way.Mode, ["source"] = earlier.Id };
        var had = ToJson(earlier.Input);
        foreach (var control in way.Variant.Modes.First(one => one.Mode == way.Mode).Controls)
        {
            if (control is { Required: true, Default: null, Role: not "prompt" } && form[control.Role] is null && Allows(control, had[control.Role]))
                form[control.Role] = had[control.Role]!.DeepClone();
        }

        return Merged(form, settings);
    }

    /// <summary>A larger version of its take, or why there is none.</summary>
    /// <param name="resolution">Null for the first that can be had.</param>
    public (GenerationInput? Form, ProblemResult? Refusal) Upscale(Generation earlier, string? resolution)
    {
        if (Unready(earlier) is { } unready) return (null, unready);
        var all = continuations.Of(earlier);
        var ways = all.Where(way => way.Mode is Continuations.Upscale).ToArray();
        if (ways.Length == 0) return (null, Impossible(earlier, "enlarged", all));
        var sizes = ways.SelectMany(way => way.Resolutions).Distinct().ToArray();
        var wanted = resolution ?? sizes[0];
        if (ways.FirstOrDefault(way => way.Resolutions.Contains(wanted)) is not { } way)
        {
            var given = wanted[..Math.Min(wanted.Length, 100)];
            return (null, ProblemResult.Invalid(new FieldProblem("resolution", $"resolution must be one of {string.Join(", ", sizes)}.", JsonValue.Create(given), sizes)));
        }

        return (new() { Model = way.Variant.Id, Mode = way.Mode, Source = earlier.Id, Resolution = way.Variant.Resolution is null ? wanted : null }, null);
    }

    private (GenerationInput? Form, ProblemResult? Refusal) Merged(JsonObject form, JsonObject changes)
    {
        foreach (var (name, value) in changes)
        {
            if (value is null) form.Remove(name);
            else form[name] = value.DeepClone();
        }

        var type = json.Value.SerializerOptions.GetTypeInfo(typeof(GenerateVideoRequest));
        var body = JsonSerializer.SerializeToUtf8Bytes(form, json.Value.SerializerOptions.GetTypeInfo(typeof(JsonObject)));
        try
        {
            return (((GenerateVideoRequest)JsonSerializer.Deserialize(body, type)!).ToInput(), null);
        }
        catch (JsonException broken)
        {
            return (null, JsonFaults.ToProblem(body, type, broken.Path));
        }
    }

    private void Fit(JsonObject form)
    {
        var (whole, _) = Merged((JsonObject)form.DeepClone(), []);
        if (whole is null || catalog.FormOf(whole) is not { } target) return;
        foreach (var name in form.Select(field => field.Key).Except(["model", "prompt", .. Media]).ToArray())
        {
            if (target.Controls.FirstOrDefault(control => control.Role == name) is not { } control || !Allows(control, form[name])) form.Remove(name);
        }
    }

    private JsonObject ToJson(GenerationInput input) =>
        JsonSerializer.SerializeToNode(input.ToRequest(), json.Value.SerializerOptions.GetTypeInfo(typeof(GenerateVideoRequest)))!.AsObject();

    private static bool Allows(FormControl control, JsonNode? value) =>
        value is not null && (control.Choices is not { } choices || choices.Any(choice => JsonNode.DeepEquals(choice, value)));

    private static ProblemResult? Unready(Generation earlier) => earlier.Status is GenerationStatus.Succeeded
        ? null
        : ProblemResult.Of(409, ProblemCodes.NotReady, $"It is {WireNames.Of(earlier.Status)}; only a succeeded generation has a take.");

    private static ProblemResult Impossible(Generation earlier, string done, IReadOnlyList<Continuation> ways)
    {
        var possible = ways.Select(way => way.Mode).Append("remix").Distinct();
        return ProblemResult.Of(409, ProblemCodes.Conflict, $"No model makes a take of {earlier.ModelName} to be {done}. Possible: {string.Join(", ", possible)}.");
    }
}
