using System.Text.Json.Nodes;

namespace Kinora.Client;

/// <summary>Body of <c>POST /api/generate/video</c> and <c>POST /api/quotes</c>: one request form for all models.</summary>
/// <remarks>A field that is left out takes the model's default; a field that the model lacks is refused, never dropped.</remarks>
public sealed record GenerateVideoRequest
{
    /// <summary>A product id or one of its aliases, KIE's own ids among them; <c>GET /api/models</c> lists them.</summary>
    public required string Model { get; init; }

    /// <summary><c>text-to-video</c>, <c>image-to-video</c>, <c>reference-to-video</c>, …; inferred from the media given when left out.</summary>
    public string? Mode { get; init; }

    /// <summary>The tier of the product, such as <c>pro</c>, where it has several; its first when left out.</summary>
    public string? Tier { get; init; }

    /// <summary>What the video should show; its longest length is the model's.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the video should not show.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>Seconds; -1 lets the model decide, where it can.</summary>
    public int? Duration { get; init; }

    /// <summary>Such as <c>16:9</c> or <c>9:16</c>.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>Such as <c>720p</c> or <c>1080p</c>.</summary>
    public string? Resolution { get; init; }

    /// <summary>Whether the model makes a sound track, where it can be switched.</summary>
    public bool? Sound { get; init; }

    /// <summary>Repeatability number, where the model takes one.</summary>
    public long? Seed { get; init; }

    /// <summary>One of the model's styles.</summary>
    public string? Style { get; init; }

    /// <summary>How the camera moves, such as <c>orbit</c>.</summary>
    public string? Camera { get; init; }

    /// <summary>How much moves in the picture, from 1 to 5.</summary>
    public int? MotionStrength { get; init; }

    /// <summary>Which input decides where the character faces: <c>image</c> or <c>video</c>.</summary>
    public string? CharacterOrientation { get; init; }

    /// <summary>Several shots instead of one continuous take.</summary>
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

    /// <summary>First picture of the video: an asset id or an https URL.</summary>
    public string? FirstFrame { get; init; }

    /// <summary>Last picture of the video: an asset id or an https URL.</summary>
    public string? LastFrame { get; init; }

    /// <summary>Pictures to take people, things and looks from: asset ids or https URLs.</summary>
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>The video that is changed, spoken over, continued or enlarged: an asset id or an https URL.</summary>
    public string? SourceVideo { get; init; }

    /// <summary>The video whose motion the character takes over: an asset id or an https URL.</summary>
    public string? MotionVideo { get; init; }

    /// <summary>The speech or sound that drives the video: an asset id or an https URL.</summary>
    public string? Audio { get; init; }

    /// <summary>Videos to take people, things and looks from: asset ids or https URLs.</summary>
    public IReadOnlyList<string>? ReferenceVideos { get; init; }

    /// <summary>Sounds to take voices and tunes from: asset ids or https URLs.</summary>
    public IReadOnlyList<string>? ReferenceAudio { get; init; }

    /// <summary>The generation (<c>gen_…</c>) whose take is continued or enlarged.</summary>
    public string? Source { get; init; }

    /// <summary>An https URL to which the events of the generation are posted, beside the account's endpoints; signed with the account's webhook secret. Quotes take no notice of it.</summary>
    public string? WebhookUrl { get; init; }

    /// <summary>The provider's own fields for what has no field here; checked against the model's parameters.</summary>
    public JsonObject? Parameters { get; init; }
}
