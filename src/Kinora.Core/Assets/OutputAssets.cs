using Kinora.Core.Generations;
using Kinora.Core.Media;

namespace Kinora.Core.Assets;

/// <summary>Makes assets of what was generated, so that a take or a frame of it can be the input of another generation.</summary>
public sealed class OutputAssets(AssetLibrary library, IAssetStore store, FrameCutter cutter)
{
    /// <summary>A frame of the video at its full size, as a JPEG.</summary>
    /// <param name="at">The frame that is seen at this time, in seconds from 0 to the length of the video; null for the last one.</param>
    /// <returns>Null when the video is no longer stored.</returns>
    /// <exception cref="MediaException">The frame cannot be cut.</exception>
    public async Task<Asset?> FromFrameAsync(string accountId, GenerationOutput output, double? at, CancellationToken cancellationToken)
    {
        await using var bytes = await store.OpenAsync(output.VideoKey, cancellationToken);
        if (bytes is null) return null;
        var (video, frame) = (store.TemporaryPath("video"), store.TemporaryPath("frame"));
        try
        {
            await using (var copy = File.Create(video)) await bytes.CopyToAsync(copy, cancellationToken);
            await cutter.CutAsync(video, output.Facts, at, frame, cancellationToken);
            await using var picture = File.OpenRead(frame);
            return await library.UploadAsync(accountId, picture, cancellationToken);
        }
        finally
        {
            File.Delete(video);
            File.Delete(frame);
        }
    }

    /// <summary>A stored file of an output as it is: the video itself, or a picture of it.</summary>
    /// <param name="key">One of <see cref="GenerationOutput.Files"/>.</param>
    /// <returns>Null when it is no longer stored.</returns>
    /// <exception cref="AssetRefusedException">It is larger than an asset may be.</exception>
    public async Task<Asset?> FromFileAsync(string accountId, string key, CancellationToken cancellationToken)
    {
        await using var bytes = await store.OpenAsync(key, cancellationToken);
        return bytes is null ? null : await library.UploadAsync(accountId, bytes, cancellationToken);
    }
}
