using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>What is known of the inputs that a request names, before anything is fetched: the account's own files and takes.</summary>
public sealed class KnownInputs(InputMedia media, GenerationStore store)
{
    private const int LongestId = 100;

    /// <summary>The facts, and the fault of a take that is none.</summary>
    public async Task<(InputFacts Facts, InputFault? Fault)> OfAsync(string accountId, GenerationInput form, CancellationToken cancellationToken)
    {
        var known = await media.KnownAsync(accountId, form, cancellationToken);
        if (form.Source is not { } id) return (known, null);
        if (id.Length <= LongestId && await store.FindAsync(id, cancellationToken) is { Status: GenerationStatus.Succeeded, Marks.DeletedAt: null } take
            && take.AccountId == accountId)
            return (known with { Source = new(take.VariantId, take.Input.Resolution) }, null);
        return (known, new("source", "Give the id of a finished generation of this account (gen_…).", GivenValue.Shorten(id), []));
    }
}
