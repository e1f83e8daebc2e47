using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A field of the request form that holds one value.</summary>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Get">Its value in the catalog's spelling; null when nothing was said.</param>
/// <param name="Set">The form with this value.</param>
internal sealed record FormRole(
    string Name, FormType Type, Func<GenerationInput, string?> Get, Func<GenerationInput, string?, GenerationInput> Set)
{
    public const string Prompt = "prompt", Duration = "duration", Resolution = "resolution", Sound = "sound";

    public static readonly ImmutableArray<FormRole> All =
    [
        new(Prompt, FormType.Text, form => Said(form.Prompt), (form, value) => form with { Prompt = value }),
        new("negativePrompt", FormType.Text, form => Said(form.NegativePrompt), (form, value) => form with { NegativePrompt = value }),
        new(Duration, FormType.Integer, form => Text(form.Duration), (form, value) => form with { Duration = (int?)Number(value) }),
        new("aspectRatio", FormType.Text, form => Said(form.AspectRatio), (form, value) => form with { AspectRatio = value }),
        new(Resolution, FormType.Text, form => Said(form.Resolution), (form, value) => form with { Resolution = value }),
        new(Sound, FormType.Boolean, form => Text(form.Sound), (form, value) => form with { Sound = Flag(value) }),
        new("seed", FormType.Integer, form => Text(form.Seed), (form, value) => form with { Seed = Number(value) }),
        new("style", FormType.Text, form => Said(form.Style), (form, value) => form with { Style = value }),
        new("camera", FormType.Text, form => Said(form.Camera), (form, value) => form with { Camera = value }),
        new("motionStrength", FormType.Integer, form => Text(form.MotionStrength), (form, value) => form with { MotionStrength = (int?)Number(value) }),
        new("characterOrientation", FormType.Text, form => Said(form.CharacterOrientation), (form, value) => form with { CharacterOrientation = value }),
        new("multiShot", FormType.Boolean, form => Text(form.MultiShot), (form, value) => form with { MultiShot = Flag(value) }),
        new("promptOptimizer", FormType.Boolean, form => Text(form.PromptOptimizer), (form, value) => form with { PromptOptimizer = Flag(value) }),
        new("translation", FormType.Boolean, form => Text(form.Translation), (form, value) => form with { Translation = Flag(value) }),
        new("cfgScale", FormType.Number, form => Text(form.CfgScale), (form, value) => form with { CfgScale = Fraction(value) }),
        new("fixedLens", FormType.Boolean, form => Text(form.FixedLens), (form, value) => form with { FixedLens = Flag(value) }),
        new("watermark", FormType.Text, form => Said(form.Watermark), (form, value) => form with { Watermark = value }),
        new("removeWatermark", FormType.Boolean, form => Text(form.RemoveWatermark), (form, value) => form with { RemoveWatermark = Flag(value) }),
    ];

    private static readonly Dictionary<string, FormRole> ByName = All.ToDictionary(role => role.Name);

    public static FormRole? Find(string? name) => name is null ? null : ByName.GetValueOrDefault(name);

    /// <summary>A value in the form's own JSON type.</summary>
    public JsonNode ToJson(string value) => ToJson(Type, value);

    /// <inheritdoc cref="ToJson(string)"/>
    public static JsonNode ToJson(FormType type, string value) => type switch
    {
        FormType.Integer when Number(value) is { } number => JsonValue.Create(number),
        FormType.Number when Fraction(value) is { } fraction => JsonValue.Create(fraction),
        FormType.Boolean => JsonValue.Create(value is "true"),
        _ => JsonValue.Create(value),
    };

    private static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string? Text(long? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(decimal? value) => value is { } number ? ScalarText.Of(number) : null;

    private static string? Text(bool? value) => value is null ? null : value.Value ? "true" : "false";

    private static long? Number(string? value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static decimal? Fraction(string? value) => value is null ? null : ScalarText.Number(value);

    private static bool? Flag(string? value) => value is null ? null : value is "true";
}

/// <summary>The JSON types of the request form.</summary>
internal enum FormType
{
    Text,
    Integer,
    Number,
    Boolean,
}
