using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Committing one generation's next step.</summary>
internal static class StoreUpdates
{
    /// <summary>More than ever want to change one generation at once. A conflict that outlasts them has another reason, and does not pass.</summary>
    private const int MostTries = 100;

    /// <summary>False when the generation has moved on since it was read.</summary>
    public static async Task<bool> TryCommitAsync(this GenerationStore store, GenerationChange change, CancellationToken cancellationToken) =>
        (await store.CommitAsync([change], cancellationToken))[0].Outcome is CommitOutcome.Applied;

    /// <summary>Decides on the newest state and commits, again for as long as somebody else is faster.</summary>
    /// <returns>The generation as it stands afterwards; null when there is none.</returns>
    /// <exception cref="IOException">It conflicts without anybody else: a file that it is to keep was swept.</exception>
    public static async Task<Generation?> UpdateAsync(
        this GenerationStore store, string id, Func<Generation, GenerationChange?> decide, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var current = await store.FindAsync(id, cancellationToken);
            if (current is null || decide(current) is not { } change) return current;
            if (await store.TryCommitAsync(change, cancellationToken)) return change.Generation;
        }

        throw new IOException($"The change of {id} could not be kept.");
    }

    /// <summary>The same, for a generation that was read just now: it is read again only if it has moved on, or nothing is to be done with it as it was.</summary>
    public static async Task<Generation?> UpdateAsync(
        this GenerationStore store, Generation read, Func<Generation, GenerationChange?> decide, CancellationToken cancellationToken) =>
        decide(read) is { } change && await store.TryCommitAsync(change, cancellationToken)
            ? change.Generation
            : await store.UpdateAsync(read.Id, decide, cancellationToken);
}
