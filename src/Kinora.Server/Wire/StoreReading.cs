using Kinora.Core.Generations;
using Kinora.Core.Storage;

namespace Kinora.Server.Wire;

internal static class StoreReading
{
    /// <summary>The generation, if it is the account's own and not deleted: others' ids are as unknown as made-up ones.</summary>
    public static async Task<Generation?> FindOwnAsync(
        this GenerationStore store, string accountId, string id, CancellationToken cancellationToken) =>
        await store.FindAsync(id, cancellationToken) is { Marks.DeletedAt: null } generation && generation.AccountId == accountId ? generation : null;
}
