using System.Text.Json.Nodes;

namespace Kinora.Core.Generations;

/// <summary>What a person asks for: the one request form for all models, in roles and never in a provider's field names.</summary>
/// <remarks>A null means "not said": the catalog's default applies. Media are asset ids (<c>asset_…</c>) or https URLs.</remarks>
public sealed record GenerationInput
{
    /// <summary>A product id (<c>kling-2.6</c>), one of its aliases, or KIE's own id (<c>kling-2.6/text-to-video</c>).</summary>
    public required string Model { get; init; }

    /// <summary>text-to-video, image-to-video, reference-to-video, …; inferred from the media given when null.</summary>
    public string? Mode { get; init; }
    public string? Prompt { get; init; }
    public string? NegativePrompt { get; init; }

    /// <summary>Seconds.</summary>
    public int? Duration { get; init; }

    /// <summary>Such as <c>16:9</c>.</summary>
    public string? AspectRatio { get; init; }

    /// <summary>Such as <c>720p</c>.</summary>
    public string? Resolution { get; init; }
    public bool? Sound { get; init; }
    public long? Seed { get; init; }
    public string? Style { get; init; }
    public bool? MultiShot { get; init; }
    public string? Watermark { get; init; }
    public string? FirstFrame { get; init; }
    public string? LastFrame { get; init; }
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Wire-level values for what has no role, checked against the model's parameters.</summary>
    public JsonObject? Parameters { get; init; }
}
