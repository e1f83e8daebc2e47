using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Withdraws generations that no provider was asked for yet.</summary>
public sealed class GenerationCanceler(IGenerationStore store, TimeProvider time)
{
    /// <summary>Answers the generation as it stands now, and whether it is canceled, be it by this call or before.</summary>
    /// <exception cref="InvalidOperationException">There is no such generation.</exception>
    public async Task<(Generation Generation, bool Canceled)> CancelAsync(string id, CancellationToken cancellationToken)
    {
        while (true)
        {
            var generation = await store.FindAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no generation {id}.");
            if (generation.Cancel(time.GetUtcNow()) is not { } change) return (generation, generation.Status is GenerationStatus.Canceled);
            // A conflict means that it moved on meanwhile: look again and decide again.
            var results = await store.CommitAsync([change], cancellationToken);
            if (results[0].Outcome is CommitOutcome.Applied) return (change.Generation, true);
        }
    }
}
