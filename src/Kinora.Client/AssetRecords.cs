using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>JSON body of <c>POST /api/assets</c>: either an address, or a generation of the account of which something becomes an asset.</summary>
public sealed record AssetRequest
{
    /// <summary>An https address to fetch the file from.</summary>
    public string? Url { get; init; }

    /// <summary>A finished generation (<c>gen_…</c>).</summary>
    public string? Generation { get; init; }

    /// <summary>What of the generation: the <c>video</c> as it is, its <c>poster</c>, or its <c>firstFrame</c> or <c>lastFrame</c> at full size; <c>video</c> when left out.</summary>
    [AllowedValues("video", "poster", "firstFrame", "lastFrame")]
    public string? Variant { get; init; }

    /// <summary>Which of the generation's outputs; 0 when left out.</summary>
    public int? Output { get; init; }

    /// <summary>In place of <see cref="Variant"/>: the frame that is seen at this time, in seconds from 0 to the length of the video.</summary>
    public double? At { get; init; }
}

/// <summary>JSON body of <c>POST /api/assets/{id}/trim</c>: which part of a video to keep.</summary>
/// <param name="Start">In seconds from the beginning of the video.</param>
/// <param name="End">In seconds from the beginning, at most the length of the video and 300 seconds after <paramref name="Start"/>.</param>
public sealed record TrimRequest(double Start, double End);

/// <summary>A page of assets, newest first.</summary>
/// <param name="Next">The cursor of the page after this one; null on the last.</param>
public sealed record AssetPage(IReadOnlyList<AssetResponse> Items, string? Next);

/// <summary>An uploaded file. An account has each file once: the same bytes are the same asset.</summary>
/// <param name="Id">Names it in a request form.</param>
/// <param name="Kind"><c>image</c>, <c>video</c> or <c>audio</c>.</param>
/// <param name="ContentType">By its content, such as <c>video/mp4</c>.</param>
/// <param name="Width">In pixels, as it is shown; 0 for audio.</param>
/// <param name="Height">In pixels, as it is shown; 0 for audio.</param>
/// <param name="DurationSeconds">As measured; left out for an image.</param>
/// <param name="FrameRate">Frames per second; left out for images and audio, and where it cannot be told.</param>
/// <param name="HasAudio">Whether anything can be heard in it.</param>
/// <param name="Url">Path of its content on this server.</param>
public sealed record AssetResponse(
    string Id,
    [property: AllowedValues("image", "video", "audio")] string Kind,
    string ContentType,
    long Bytes,
    int Width,
    int Height,
    double? DurationSeconds,
    double? FrameRate,
    bool HasAudio,
    string Url)
{
    /// <summary>What the file was called where it came from; left out where that is not known.</summary>
    public string? Name { get; init; }

    /// <summary>Of the bytes, in lower-case hex.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Path of a small WebP picture of it, at most 480 pixels on the long side; left out for audio, and where there is none.</summary>
    public string? ThumbnailUrl { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last uploaded or named by a request. From then on it is kept as long as unused uploads are.</summary>
    public required DateTimeOffset UsedAt { get; init; }
}
