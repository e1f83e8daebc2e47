using System.Text.Json.Nodes;

namespace Kinora.Core.Generations;

/// <summary>What a person asks for: the one request form for all models, in roles and never in a provider's field names.</summary>
/// <remarks>A null means "not said": the catalog's default applies. Media are asset ids (<c>asset_…</c>) or https URLs, but for <see cref="Source"/>.</remarks>
public sealed record GenerationInput
{
    /// <summary>A product id, one of its aliases, or KIE's own id, which pins the variant.</summary>
    public required string Model { get; init; }

    /// <summary>text-to-video, image-to-video, reference-to-video, …; inferred from the media given when null.</summary>
    public string? Mode { get; init; }

    /// <summary>The tier of the product, such as <c>pro</c>, where it has several; the product's first when null.</summary>
    public string? Tier { get; init; }
    public string? Prompt { get; init; }
    public string? NegativePrompt { get; init; }

    /// <summary>Seconds; -1 lets the model decide, where it can.</summary>
    public int? Duration { get; init; }

    /// <summary>Such as <c>16:9</c>.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>Such as <c>720p</c>.</summary>
    public string? Resolution { get; init; }
    public bool? Sound { get; init; }
    public long? Seed { get; init; }
    public string? Style { get; init; }

    /// <summary>How the camera moves, such as <c>orbit</c>.</summary>
    public string? Camera { get; init; }

    /// <summary>How much moves in the picture, from 1 to 5.</summary>
    public int? MotionStrength { get; init; }

    /// <summary>Which input decides where the character faces: <c>image</c> or <c>video</c>.</summary>
    public string? CharacterOrientation { get; init; }
    public bool? MultiShot { get; init; }

    /// <summary>Whether the provider may rewrite the prompt.</summary>
    public bool? PromptOptimizer { get; init; }

    /// <summary>Whether the provider translates the prompt into English first.</summary>
    public bool? Translation { get; init; }

    /// <summary>How strictly the prompt is followed.</summary>
    public decimal? CfgScale { get; init; }

    /// <summary>Whether the camera stands still.</summary>
    public bool? FixedLens { get; init; }

    /// <summary>Text to burn into the picture.</summary>
    public string? Watermark { get; init; }

    /// <summary>Whether the provider's own mark is left out.</summary>
    public bool? RemoveWatermark { get; init; }
    public string? FirstFrame { get; init; }
    public string? LastFrame { get; init; }

    /// <summary>Pictures of what is to appear.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The video that is changed, spoken over or enlarged.</summary>
    public string? SourceVideo { get; init; }

    /// <summary>The video whose motion the character takes over.</summary>
    public string? MotionVideo { get; init; }

    /// <summary>The speech or sound that drives the video.</summary>
    public string? Audio { get; init; }

    /// <summary>Videos of what is to appear.</summary>
    public IReadOnlyList<string> ReferenceVideos { get; init; } = [];

    /// <summary>Sounds of what is to be heard.</summary>
    public IReadOnlyList<string> ReferenceAudio { get; init; } = [];

    /// <summary>The generation (<c>gen_…</c>) whose take is continued or enlarged.</summary>
    public string? Source { get; init; }

    /// <summary>Where events of what is made of it go, beside the account's endpoints.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>Wire-level values for what has no role, checked against the model's parameters.</summary>
    public JsonObject? Parameters { get; init; }
}
