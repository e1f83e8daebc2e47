using System.Text.Json.Nodes;

namespace Kinora.Client;

/// <summary>Body of <c>POST /api/generate/video</c> and <c>POST /api/quotes</c>: one request form for all models.</summary>
/// <remarks>A field that is left out takes the model's default; a field that the model lacks is refused, never dropped.</remarks>
public sealed record GenerateVideoRequest
{
    /// <summary>A product id (<c>kling-2.6</c>), or KIE's own id (<c>veo3_fast</c>, <c>kling-2.6/text-to-video</c>).</summary>
    public required string Model { get; init; }

    /// <summary><c>text-to-video</c>, <c>image-to-video</c>, <c>reference-to-video</c>, …; inferred from the media given when left out.</summary>
    public string? Mode { get; init; }

    /// <summary>What the video should show; its longest length is the model's.</summary>
    public string? Prompt { get; init; }

    /// <summary>What the video should not show.</summary>
    public string? NegativePrompt { get; init; }

    /// <summary>Seconds.</summary>
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

    /// <summary>Several shots instead of one continuous take.</summary>
    public bool? MultiShot { get; init; }

    /// <summary>Text to burn into the picture.</summary>
    public string? Watermark { get; init; }

    /// <summary>First picture of the video: an asset id or an https URL.</summary>
    public string? FirstFrame { get; init; }

    /// <summary>Last picture of the video: an asset id or an https URL.</summary>
    public string? LastFrame { get; init; }

    /// <summary>Pictures to take people, things and looks from: asset ids or https URLs.</summary>
    public IReadOnlyList<string>? References { get; init; }

    /// <summary>The provider's own fields for what has no field here; checked against the model's parameters.</summary>
    public JsonObject? Parameters { get; init; }
}
