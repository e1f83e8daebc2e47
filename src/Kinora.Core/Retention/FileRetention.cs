using Kinora.Core.Assets;
using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Core.Retention;

/// <summary>Deletes files that nothing refers to, and first lets go of those that were kept long enough.</summary>
/// <remarks>Any number of nodes may run it at once: each step is decided in one commit, and deleting twice does no harm.</remarks>
internal sealed class FileRetention(
    AssetIndex uploads, LooseFiles loose, IAssetStore assets, Books books, GenerationStore generations, LibraryStore library, CoreOptions options, TimeProvider time)
{
    private const int PageSize = 100, MostPages = 1000;
    private static readonly TimeSpan SweepLease = TimeSpan.FromMinutes(5);

    /// <summary>Longer than a generation can take to end, however late.</summary>
    private static readonly TimeSpan LongestLife = TimeSpan.FromDays(2);

    private string _expiredUntil = "";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (options.Retention.Uploads is { } unused) await DropUploadsAsync(unused, cancellationToken);
        if (options.Retention.Outputs is { } kept) await ExpireOutputsAsync(kept, cancellationToken);
        await EmptyBinAsync(cancellationToken);
        await SweepAsync(cancellationToken);
    }

    private async Task EmptyBinAsync(CancellationToken cancellationToken)
    {
        for (var page = 0; page < MostPages; page++)
        {
            var now = time.GetUtcNow();
            var found = await library.DeletedAsync(now - GenerationMarks.UndoTime, PageSize, cancellationToken);
            foreach (var generation in found)
            {
                await generations.UpdateAsync(generation.Id, current => current.Expire(now), cancellationToken);
                await library.PurgedAsync(generation.Id, cancellationToken);
            }

            if (found.Count < PageSize) return;
        }
    }

    private async Task DropUploadsAsync(TimeSpan unused, CancellationToken cancellationToken)
    {
        for (var page = 0; page < MostPages; page++)
        {
            var found = await uploads.UnusedAsync(unused, PageSize, cancellationToken);
            foreach (var upload in found) await uploads.DropAsync(upload, unused, cancellationToken);
            if (found.Count < PageSize) return;
        }
    }

    // By acceptance, which is the order of ids; the end may come days later, so that much is looked at again each time.
    private async Task ExpireOutputsAsync(TimeSpan kept, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var (after, before) = (_expiredUntil, Books.IdAt(now - kept + TimeSpan.FromMilliseconds(1)));
        for (var page = 0; page < MostPages; page++)
        {
            var found = await books.PageAsync(after, before, GenerationStatus.Succeeded, PageSize, cancellationToken);
            foreach (var generation in found.Where(generation => generation.ExpiredAt is null && generation.CompletedAt <= now - kept))
                await generations.UpdateAsync(generation.Id, current => current.Expire(now), cancellationToken);
            var settled = Books.IdAt(now - kept - LongestLife);
            if (found.Count == PageSize) after = found[^1].Id;
            _expiredUntil = found.Count == PageSize && string.CompareOrdinal(after, settled) < 0 ? after : settled;
            if (found.Count < PageSize) return;
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        for (var page = 0; page < MostPages; page++)
        {
            var keys = await loose.ClaimAsync(SweepLease, PageSize, cancellationToken);
            if (keys.Count > 0) CrashPoint.Pass("sweep.claimed");
            foreach (var key in keys)
            {
                await assets.DeleteAsync(key, cancellationToken);
                CrashPoint.Pass("sweep.deleted");
                await loose.RemoveAsync(key, cancellationToken);
            }

            if (keys.Count < PageSize) return;
        }
    }
}
