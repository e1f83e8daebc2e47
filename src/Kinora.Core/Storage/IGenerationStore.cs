using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>The one write path for generations and money, and their readers. Reads never wait for writes.</summary>
public interface IGenerationStore
{
    /// <summary>Applies each change whole or not at all; durable when this completes. One result per change, in order.</summary>
    Task<IReadOnlyList<CommitResult>> CommitAsync(IReadOnlyList<GenerationChange> changes, CancellationToken cancellationToken);

    /// <summary>Reads one generation; null when there is none.</summary>
    Task<Generation?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page of an account's generations, newest first, older than the one with id <paramref name="before"/>.</summary>
    Task<IReadOnlyList<Generation>> ListAsync(string accountId, string? before, int limit, GenerationStatus? status, CancellationToken cancellationToken);

    /// <summary>Every change of state of one generation, oldest first.</summary>
    Task<IReadOnlyList<HistoryEntry>> HistoryAsync(string id, CancellationToken cancellationToken);

    /// <summary>The generation that this key made, if any.</summary>
    Task<CommitResult?> FindKeyAsync(string accountId, IdempotencyKey key, CancellationToken cancellationToken);

    /// <summary>Leases up to <paramref name="limit"/> generations in <paramref name="status"/> that are due and free, longest due first.</summary>
    Task<IReadOnlyList<Generation>> ClaimAsync(GenerationStatus status, Lease lease, int limit, CancellationToken cancellationToken);

    /// <summary>Prolongs the leases that <paramref name="lease"/>'s owner still holds.</summary>
    Task RenewAsync(IReadOnlyCollection<string> ids, Lease lease, CancellationToken cancellationToken);

    /// <summary>When the next free generation in <paramref name="status"/> is due; null when there is none.</summary>
    Task<DateTimeOffset?> NextDueAsync(GenerationStatus status, CancellationToken cancellationToken);

    /// <summary>The account's events after <paramref name="number"/>, oldest first, each with its generation as it stands now.</summary>
    Task<IReadOnlyList<AccountEvent>> EventsAfterAsync(string accountId, long number, int limit, CancellationToken cancellationToken);
}

/// <summary>A time-limited claim.</summary>
public readonly record struct Lease(string Owner, DateTimeOffset Now, DateTimeOffset Until);

/// <summary>Something that an account's listeners are told.</summary>
/// <param name="Number">Counts up by one per account, in commit order.</param>
/// <param name="Generation">Null when only the account's money changed.</param>
public sealed record AccountEvent(long Number, Generation? Generation);
