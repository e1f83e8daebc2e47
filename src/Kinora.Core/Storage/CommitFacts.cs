using System.Runtime.InteropServices;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>What must be known of the store to decide on a group of changes. What is not there is left out.</summary>
/// <param name="Versions">By generation.</param>
/// <param name="LooseFiles">Those of the files in question that nothing refers to yet.</param>
internal sealed record CommitFacts(
    IReadOnlyDictionary<string, int> Versions,
    IReadOnlyDictionary<string, AccountState> Accounts,
    IReadOnlyDictionary<(string AccountId, string Key), KeptKey> Keys,
    IReadOnlySet<string> LooseFiles);

/// <summary>What an idempotency key was used for.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeptKey(string BodyHash, string GenerationId);

/// <summary>Which rows a group of changes is about, each once and in order, so that engines that lock rows never lock them crosswise.</summary>
internal sealed class CommitQuestions(IEnumerable<GenerationChange> changes)
{
    private readonly GenerationChange[] _changes = [.. changes];

    public string[] Generations => Sorted(_changes.Select(change => change.Generation.Id));

    /// <summary>Bookkeeping that nobody is told of does not touch its account.</summary>
    public string[] Accounts => Sorted(_changes
        .Where(change => change.History is not null || change.Ledger.Count > 0)
        .Select(change => change.Generation.AccountId)
        .Concat(_changes.SelectMany(change => change.Ledger).Select(entry => entry.AccountId)));

    public (string AccountId, string Key)[] Keys =>
        [.. _changes.Where(change => change.Idempotency is not null).Select(change => (change.Generation.AccountId, change.Idempotency!.Key)).Distinct().Order()];

    public string[] Files => Sorted(_changes.SelectMany(change => change.KeptFiles));

    private static string[] Sorted(IEnumerable<string> values) => [.. values.Distinct().Order(StringComparer.Ordinal)];
}
