using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Ends submissions of which nothing was heard in time: failed, uncharged, and never sent again by itself.</summary>
internal sealed class OutcomeWatch(IGenerationStore store, TimeProvider time) : IGenerationStep
{
    private static readonly GenerationFailure Unknown = new(
        FailureCode.OutcomeUnknown,
        "The provider was asked and its answer was lost, and it did not call back in time. Nothing was charged. You can send it again.",
        FailureBy.Provider);

    public async Task TakeAsync(Generation generation, CancellationToken cancellationToken)
    {
        if (generation.Fail(Unknown, time.GetUtcNow(), "outcome_wait_over") is { } change) await store.TryCommitAsync(change, cancellationToken);
    }
}
