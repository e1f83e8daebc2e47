using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Storage;

namespace Kinora.Core.Assets;

/// <summary>Takes files in: recognised, bounded, probed, pictured, stored, indexed. An account has each file once, however often it comes.</summary>
public sealed class AssetLibrary(
    IAssetStore store, AssetIndex index, LooseFiles loose, Ffprobe ffprobe, PictureMaker pictures, GuardedHttp http, TimeProvider time)
{
    /// <summary>Longer than the largest file needs on its way into a store that is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private static readonly TimeSpan FetchTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Stores a file of an account that has no name; durable when this completes.</summary>
    /// <exception cref="AssetRefusedException">It is too large, or nothing that <see cref="AssetLimits"/> names.</exception>
    public Task<Asset> UploadAsync(string accountId, Stream content, CancellationToken cancellationToken) =>
        UploadAsync(accountId, content, name: null, cancellationToken);

    /// <summary>Stores a file of an account; durable when this completes.</summary>
    /// <param name="name">What its owner calls it, or the path of it there; null when that is not known.</param>
    /// <returns>The asset that has these bytes, which may have been there before.</returns>
    /// <exception cref="AssetRefusedException">It is too large, or nothing that <see cref="AssetLimits"/> names.</exception>
    public Task<Asset> UploadAsync(string accountId, Stream content, string? name, CancellationToken cancellationToken) =>
        TakeAsync(new(accountId, AssetName.Of(name)), file => content.CopyToAsync(file, cancellationToken), cancellationToken);

    /// <summary>Fetches a file from outside and stores it for an account.</summary>
    /// <exception cref="FetchException">It may not or cannot be fetched.</exception>
    /// <exception cref="AssetRefusedException">It is too large, or nothing that <see cref="AssetLimits"/> names.</exception>
    public Task<Asset> ImportAsync(string accountId, Uri address, CancellationToken cancellationToken) =>
        ImportAsync(accountId, address, wanted: null, AssetLimits.MaxBytes, cancellationToken);

    /// <summary>The same, if it is of the kind that is wanted.</summary>
    /// <exception cref="FetchException">It may not or cannot be fetched.</exception>
    /// <exception cref="AssetRefusedException">It is too large, or of another kind.</exception>
    internal Task<Asset> ImportAsync(string accountId, Uri address, MediaKind wanted, CancellationToken cancellationToken) =>
        ImportAsync(accountId, address, wanted, AssetLimits.MaxBytesOf(wanted), cancellationToken);

    private Task<Asset> ImportAsync(string accountId, Uri address, MediaKind? wanted, long maxBytes, CancellationToken cancellationToken)
    {
        var request = new FetchRequest(address, maxBytes, FetchTimeout);
        return TakeAsync(new(accountId, AssetName.Of(address), wanted), file => http.FetchAsync(request, file, cancellationToken), cancellationToken);
    }

    private async Task<Asset> TakeAsync(Arrival arrival, Func<IncomingFile, Task> fill, CancellationToken cancellationToken)
    {
        var (path, thumbnail) = (store.TemporaryPath("upload"), store.TemporaryPath("thumbnail"));
        try
        {
            var (kind, bytes, sha256) = await ReceiveAsync(path, arrival.Wanted, fill, cancellationToken);
            CrashPoint.Pass("upload.received");
            if (await index.RenewAsync(arrival.AccountId, sha256, cancellationToken) is { } known)
            {
                Check(known.Facts, bytes, arrival.Wanted);
                return known;
            }

            if (kind is MediaKind.Picture) CheckPicture(path);
            var facts = await ProbeAsync(path, cancellationToken);
            Check(facts, bytes, arrival.Wanted);
            CheckEnd(path, facts.ContentType);
            var pictured = MediaKinds.Of(facts.ContentType) is not MediaKind.Sound && await pictures.ThumbnailAsync(path, facts, thumbnail, cancellationToken);
            return await StoreAsync(New(arrival, facts, bytes, sha256, pictured), path, thumbnail, cancellationToken);
        }
        finally
        {
            File.Delete(path);
            File.Delete(thumbnail);
        }
    }

    private Asset New(Arrival arrival, MediaFacts facts, long bytes, string sha256, bool pictured)
    {
        var now = time.GetUtcNow();
        var id = $"asset_{Guid.CreateVersion7(now):N}";
        var key = $"uploads/{arrival.AccountId}/{id}";
        return new(id, arrival.AccountId, $"{key}.{AssetLimits.Extensions[facts.ContentType]}", facts, bytes, sha256, now)
        {
            Name = arrival.Name, ThumbnailKey = pictured ? key + ".thumbnail.webp" : null,
        };
    }

    private async Task<Asset> StoreAsync(Asset asset, string path, string thumbnail, CancellationToken cancellationToken)
    {
        await loose.ExpectAsync(asset.Files, Patience, cancellationToken);
        CrashPoint.Pass("upload.expected");
        if (asset.ThumbnailKey is { } key) await store.ImportAsync(key, thumbnail, cancellationToken);
        await store.ImportAsync(asset.Key, path, cancellationToken);
        CrashPoint.Pass("upload.stored");
        return await index.AddAsync(asset, cancellationToken);
    }

    private static async Task<(MediaKind Kind, long Bytes, string Sha256)> ReceiveAsync(
        string path, MediaKind? wanted, Func<IncomingFile, Task> fill, CancellationToken cancellationToken)
    {
        await using var incoming = new IncomingFile(path, wanted);
        await fill(incoming);
        return await incoming.EndAsync(cancellationToken);
    }

    // From the header alone: nothing is decoded before its size is known.
    private static void CheckPicture(string path)
    {
        using var file = File.OpenRead(path);
        if (PictureHeader.Read(file) is not { } header) throw AssetRefusedException.Unknown();
        if (header is { Width: > AssetLimits.MaxSide } or { Height: > AssetLimits.MaxSide })
            throw AssetRefusedException.Wide(MediaKind.Picture, header.Width, header.Height);
    }

    private static void CheckEnd(string path, string contentType)
    {
        using var file = File.OpenRead(path);
        if (!FileEnd.IsThere(file, contentType)) throw AssetRefusedException.BreaksOff();
    }

    // What is in it may be more than its header said.
    private static void Check(MediaFacts facts, long bytes, MediaKind? wanted)
    {
        var kind = MediaKinds.Of(facts.ContentType);
        if (wanted is { } only && kind != only) throw AssetRefusedException.Other(kind, only);
        if (bytes > AssetLimits.MaxBytesOf(kind)) throw AssetRefusedException.Heavy(kind);
        if (facts is { Width: > AssetLimits.MaxSide } or { Height: > AssetLimits.MaxSide }) throw AssetRefusedException.Wide(kind, facts.Width, facts.Height);
        if (kind is not MediaKind.Picture && facts.DurationSeconds == 0) throw AssetRefusedException.Unknown();
    }

    private async Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await ffprobe.ProbeAsync(path, cancellationToken);
        }
        catch (MediaException e) when (e.Failure is MediaFailure.NotMedia or MediaFailure.Stopped)
        {
            throw e.Failure is MediaFailure.NotMedia ? AssetRefusedException.Unknown(e) : AssetRefusedException.Unread(e);
        }
    }

    /// <param name="Wanted">The only kind that will do; null for any.</param>
    private sealed record Arrival(string AccountId, string? Name, MediaKind? Wanted = null);
}
