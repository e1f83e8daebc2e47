using System.Security.Cryptography;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Storage;

namespace Kinora.Core.Assets;

/// <summary>Takes uploads in: bounded, sniffed, probed, stored, indexed.</summary>
public sealed class AssetLibrary(IAssetStore store, IAssetIndex index, Ffprobe ffprobe, GuardedHttp http, TimeProvider time)
{
    /// <summary>Largest upload, in bytes.</summary>
    public const long MaxBytes = 20 * 1024 * 1024;

    /// <summary>Longest side of a picture, in pixels.</summary>
    public const int MaxSide = 8192;

    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Stores a picture of an account; durable when this completes.</summary>
    /// <exception cref="AssetRefusedException">It is too large, or not a picture that Kinora knows.</exception>
    public Task<Asset> UploadAsync(string accountId, Stream content, CancellationToken cancellationToken) =>
        TakeAsync(accountId, file => CopyAsync(content, file, cancellationToken), cancellationToken);

    /// <summary>Fetches a picture from outside and stores it for an account.</summary>
    /// <exception cref="FetchException">It may not or cannot be fetched.</exception>
    /// <exception cref="AssetRefusedException">It is not a picture that Kinora knows.</exception>
    public Task<Asset> ImportAsync(string accountId, Uri address, CancellationToken cancellationToken) =>
        TakeAsync(accountId, file => http.FetchAsync(new FetchRequest(address, MaxBytes, FetchTimeout), file, cancellationToken), cancellationToken);

    private async Task<Asset> TakeAsync(string accountId, Func<FileStream, Task> fill, CancellationToken cancellationToken)
    {
        var path = store.TemporaryPath("upload");
        try
        {
            PictureHeader header;
            long bytes;
            string sha256;
            await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, 65_536, FileOptions.Asynchronous))
            {
                await fill(file);
                header = Recognise(file);
                bytes = file.Length;
                file.Position = 0;
                sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
            }

            var facts = await ProbeAsync(path, cancellationToken);
            // What is in it must be what its header said: no video, and no larger picture, behind the first bytes of a small one.
            if (facts.ContentType != header.ContentType || facts is { Width: > MaxSide } or { Height: > MaxSide }) throw NotAPicture();
            var id = $"asset_{Guid.CreateVersion7(time.GetUtcNow()):N}";
            var asset = new Asset(id, accountId, $"uploads/{accountId}/{id}.{header.Extension}", facts, bytes, sha256, time.GetUtcNow());
            await store.ImportAsync(asset.Key, path, cancellationToken);
            await index.AddAsync(asset, cancellationToken);
            return asset;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task CopyAsync(Stream content, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = new byte[65_536];
        while (await content.ReadAsync(buffer, cancellationToken) is var read and > 0)
        {
            if (file.Position + read > MaxBytes) throw new AssetRefusedException(tooLarge: true, $"The file is larger than {MaxBytes / 1048576} MB.");
            await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
    }

    // From the header alone: nothing is decoded before its size is known.
    private static PictureHeader Recognise(FileStream file)
    {
        if (PictureHeader.Read(file) is not { } header) throw NotAPicture();
        return header is { Width: <= MaxSide, Height: <= MaxSide }
            ? header
            : throw new AssetRefusedException(
                tooLarge: true, $"The picture is {header.Width} × {header.Height} pixels; at most {MaxSide} on a side are taken.");
    }

    private async Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await ffprobe.ProbeAsync(path, cancellationToken);
        }
        catch (MediaException e) when (e.Failure is MediaFailure.NotMedia or MediaFailure.TimedOut)
        {
            throw NotAPicture();
        }
    }

    private static AssetRefusedException NotAPicture() => new(tooLarge: false, "The file is not a PNG, JPEG or WebP picture.");
}

/// <summary>An upload that is not taken; the message is fit for the user.</summary>
public sealed class AssetRefusedException(bool tooLarge, string message) : Exception(message)
{
    /// <summary>Whether its size is the reason, rather than its kind.</summary>
    public bool TooLarge { get; } = tooLarge;
}
