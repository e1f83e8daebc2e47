using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Core.Storage;

namespace Kinora.Core.Assets;

/// <summary>Takes files in: recognised, bounded, probed, stored, indexed.</summary>
public sealed class AssetLibrary(IAssetStore store, AssetIndex index, LooseFiles loose, Ffprobe ffprobe, GuardedHttp http, TimeProvider time)
{
    /// <summary>Longer than the largest file needs on its way into a store that is slow.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private static readonly TimeSpan FetchTimeout = TimeSpan.FromMinutes(2);

    /// <summary>Stores a file of an account; durable when this completes.</summary>
    /// <exception cref="AssetRefusedException">It is too large, or nothing that <see cref="AssetLimits"/> names.</exception>
    public Task<Asset> UploadAsync(string accountId, Stream content, CancellationToken cancellationToken) =>
        TakeAsync(accountId, wanted: null, file => content.CopyToAsync(file, cancellationToken), cancellationToken);

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
        return TakeAsync(accountId, wanted, file => http.FetchAsync(request, file, cancellationToken), cancellationToken);
    }

    private async Task<Asset> TakeAsync(string accountId, MediaKind? wanted, Func<IncomingFile, Task> fill, CancellationToken cancellationToken)
    {
        var path = store.TemporaryPath("upload");
        try
        {
            var (kind, bytes, sha256) = await ReceiveAsync(path, wanted, fill, cancellationToken);
            if (kind is MediaKind.Picture) CheckPicture(path);
            var facts = await ProbeAsync(path, cancellationToken);
            Check(facts, bytes, wanted);
            CheckEnd(path, facts.ContentType);
            var id = $"asset_{Guid.CreateVersion7(time.GetUtcNow()):N}";
            var key = $"uploads/{accountId}/{id}.{AssetLimits.Extensions[facts.ContentType]}";
            var asset = new Asset(id, accountId, key, facts, bytes, sha256, time.GetUtcNow());
            CrashPoint.Pass("upload.received");
            await loose.ExpectAsync([key], Patience, cancellationToken);
            CrashPoint.Pass("upload.expected");
            await store.ImportAsync(asset.Key, path, cancellationToken);
            CrashPoint.Pass("upload.stored");
            return await index.AddAsync(asset, cancellationToken) ? asset : throw new IOException("The upload took so long that its file was swept.");
        }
        finally
        {
            File.Delete(path);
        }
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
        catch (MediaException e) when (e.Failure is MediaFailure.NotMedia or MediaFailure.TimedOut)
        {
            throw AssetRefusedException.Unknown();
        }
    }
}
