using Kinora.Client;
using Kinora.Core.Assets;

namespace Kinora.Server.Wire;

/// <summary>Uploads, from the domain to the wire.</summary>
internal static class AssetMapping
{
    public const string Thumbnail = "thumbnail";

    extension(Asset asset)
    {
        public string ContentPath => $"/api/assets/{asset.Id}/content";

        public AssetResponse ToResponse() => new(
            asset.Id,
            asset.Kind,
            asset.Facts.ContentType,
            asset.Bytes,
            asset.Facts.Width,
            asset.Facts.Height,
            asset.Facts.DurationSeconds > 0 ? asset.Facts.DurationSeconds : null,
            asset.Facts.FrameRate > 0 ? Math.Round(asset.Facts.FrameRate, 3) : null,
            asset.Facts.AudioCodec is not null,
            asset.ContentPath)
        {
            Name = asset.Name,
            Sha256 = asset.Sha256,
            ThumbnailUrl = asset.ThumbnailKey is null ? null : $"{asset.ContentPath}?variant={Thumbnail}",
            CreatedAt = asset.CreatedAt,
            UsedAt = asset.UsedAt,
        };
    }
}
