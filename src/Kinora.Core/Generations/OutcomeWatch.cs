using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Looks after submissions without an answer: says so, waits for their callback, and ends them when nothing was heard in time.</summary>
/// <remarks>They end failed and uncharged, and are never sent again by themselves.</remarks>
internal sealed class OutcomeWatch(GenerationStore store, TimeProvider time) : IGenerationStep
{
    private static readonly GenerationFailure Unknown = new(
        FailureCode.OutcomeUnknown,
        "The provider was asked and its answer was lost, and it did not call back in time. Nothing was charged. You can send it again.",
        FailureBy.Provider);

    public async Task TakeAsync(Generation generation, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var change = generation.Attempt is { AnswerLost: false } silent && now < silent.GiveUpAt
            ? generation.AnswerLost(silent.Id, "The server was stopped while it asked the provider.", now)
            : generation.Fail(Unknown, now, "outcome_wait_over");
        CrashPoint.Pass("outcome.decided");
        if (change is not null) await store.TryCommitAsync(change, cancellationToken);
        CrashPoint.Pass("outcome.committed");
    }
}
