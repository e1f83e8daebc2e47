using Kinora.Client;
using Kinora.Core.Assets;

namespace Kinora.Server.Wire;

/// <summary>Uploads, from the domain to the wire.</summary>
internal static class AssetMapping
{
    extension(Asset asset)
    {
        public string ContentPath => $"/api/assets/{asset.Id}/content";

        public AssetResponse ToResponse() =>
            new(asset.Id, asset.Facts.ContentType, asset.Bytes, asset.Facts.Width, asset.Facts.Height, asset.ContentPath);
    }
}
