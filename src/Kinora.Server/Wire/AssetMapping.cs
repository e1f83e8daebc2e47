using Kinora.Client;
using Kinora.Core.Assets;

namespace Kinora.Server.Wire;

/// <summary>Uploads, from the domain to the wire.</summary>
internal static class AssetMapping
{
    extension(Asset asset)
    {
        public string ContentPath => $"/api/assets/{asset.Id}/content";

        public AssetResponse ToResponse() => new(
            asset.Id,
            asset.Facts.ContentType.Split('/')[0],
            asset.Facts.ContentType,
            asset.Bytes,
            asset.Facts.Width,
            asset.Facts.Height,
            asset.Facts.DurationSeconds > 0 ? asset.Facts.DurationSeconds : null,
            asset.Facts.FrameRate > 0 ? Math.Round(asset.Facts.FrameRate, 3) : null,
            asset.Facts.AudioCodec is not null,
            asset.ContentPath);
    }
}
