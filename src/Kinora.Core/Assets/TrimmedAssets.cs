using Kinora.Core.Catalog;
using Kinora.Core.Media;

namespace Kinora.Core.Assets;

/// <summary>Makes assets of parts of videos, for models that take less than was uploaded.</summary>
public sealed class TrimmedAssets(AssetLibrary library, IAssetStore store, ClipCutter cutter)
{
    /// <summary>The shortest and the longest part, in seconds.</summary>
    public const double Shortest = 0.1, Longest = 300;

    /// <summary>The part of a video between two times, as an asset of its own with the same name.</summary>
    /// <returns>Null when the video is no longer stored.</returns>
    /// <exception cref="MediaException">It cannot be cut.</exception>
    /// <exception cref="AssetRefusedException">The part is larger than an asset may be.</exception>
    public async Task<Asset?> TrimAsync(Asset video, double start, double end, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(video);
        await using var bytes = await store.OpenAsync(video.Key, cancellationToken);
        if (bytes is null) return null;
        var (whole, part) = (store.TemporaryPath("video"), store.TemporaryPath("part"));
        try
        {
            await using (var copy = File.Create(whole)) await bytes.CopyToAsync(copy, cancellationToken);
            await cutter.CutAsync(whole, start, end, AssetLimits.MaxBytesOf(MediaKind.Video), part, cancellationToken);
            await using var cut = File.OpenRead(part);
            return await library.UploadAsync(video.AccountId, cut, video.Name, cancellationToken);
        }
        finally
        {
            File.Delete(whole);
            File.Delete(part);
        }
    }
}
