using System.Text.Json.Serialization;
using Kinora.Core.Media;

namespace Kinora.Core.Assets;

/// <summary>An uploaded file of an account.</summary>
/// <param name="Id"><c>asset_</c> and a UUIDv7 in 32 hex digits, so that ids have the order in which files came.</param>
/// <param name="Key">Where its bytes lie in the asset store.</param>
/// <param name="Sha256">In lower-case hex.</param>
public sealed record Asset(string Id, string AccountId, string Key, MediaFacts Facts, long Bytes, string Sha256, DateTimeOffset CreatedAt)
{
    /// <summary>The name of the file where its owner had it; null when none was told.</summary>
    public string? Name { get; init; }

    /// <summary>Where a small WebP picture of it lies; null for a sound, and where none could be made.</summary>
    public string? ThumbnailKey { get; init; }

    /// <summary>When it was last used or uploaded, as it was when it was read.</summary>
    [JsonIgnore]
    public DateTimeOffset UsedAt { get; init; }

    /// <summary>The keys of everything that is stored of it.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Files => ThumbnailKey is null ? [Key] : [Key, ThumbnailKey];

    /// <summary><c>image</c>, <c>video</c> or <c>audio</c>.</summary>
    [JsonIgnore]
    public string Kind => Facts.ContentType.Split('/')[0];
}
