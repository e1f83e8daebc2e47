using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Withdraws generations that no provider was asked for yet.</summary>
public sealed class GenerationCanceler(GenerationStore store, TimeProvider time)
{
    /// <summary>Answers the generation as it stands afterwards; it is canceled, be it by this call or before, or it can no longer be.</summary>
    public async Task<Generation?> CancelAsync(string id, CancellationToken cancellationToken) =>
        await store.UpdateAsync(id, current => current.Cancel(time.GetUtcNow()), cancellationToken);
}
