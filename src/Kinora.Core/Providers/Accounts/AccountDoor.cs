using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Core.Storage;

namespace Kinora.Core.Providers.Accounts;

/// <summary>Lets generations in to the accounts of a provider, as their standing, the health of the model there and their caps allow.</summary>
internal sealed class AccountDoor(ProviderPool providers, AccountStandings standings, RouteHealth health, ProviderCaps caps, TimeProvider time)
{
    /// <summary>Longer than it takes to hand media over, to wait for the budget and to hear the answer.</summary>
    private static readonly TimeSpan LongestEntry = TimeSpan.FromMinutes(15);

    /// <summary>Chooses among the accounts of the generation's provider, and enters.</summary>
    /// <param name="take">What it continues; null where it continues nothing, or nothing that is there.</param>
    public async Task<Entry> EnterAsync(Generation generation, Generation? take, CancellationToken cancellationToken)
    {
        var (closed, isFull) = (new Dictionary<string, string>(), false);
        var accounts = providers.Accounts.Where(one => one.Name == generation.Provider && one.TakesNew).ToList();

        // What continues a take can be made by the account alone that made the take; where that is gone, so is the take, which any account finds out.
        if (take?.Attempt is { Account: var made } && accounts.Exists(one => one.Account == made)) accounts.RemoveAll(one => one.Account != made);
        foreach (var one in accounts)
        {
            if (!standings.IsUsable(one.Account)) closed[one.Account] = standings.Find(one.Account)!.Reading.Reason ?? "it cannot be used";
        }

        while (providers.Choose(generation.Provider, one => accounts.Contains(one) && !closed.ContainsKey(one.Account)) is { } provider)
        {
            var route = new RouteKey(provider.Account, generation.Endpoint, generation.WireModel);
            var passage = await health.PassAsync(route, cancellationToken);
            if (passage is Passage.Shut)
            {
                closed[provider.Account] = health.Find(route).Reason ?? "the model does not work there now";
                continue;
            }

            var terms = Terms(provider);
            var outcome = terms is null
                ? CapOutcome.In
                : await caps.EnterAsync(generation.Id, terms, Cost(generation), time.GetUtcNow() + LongestEntry, cancellationToken);
            if (outcome is CapOutcome.In) return new Entry.Open(provider, terms, IsTrial: passage is Passage.Trial);
            if (passage is Passage.Trial) await health.ReportAsync(route, new RouteEvent.TrialToldNothing(), why: null, always: false, cancellationToken);
            isFull |= outcome is CapOutcome.Full;
            closed[provider.Account] = outcome is CapOutcome.Full ? "as many run there as may" : "it has spent what it may today";
        }

        return new Entry.Closed(
            closed.Count == 0
                ? $"This server has no account at {generation.Provider} that can make it."
                : $"No account at {generation.Provider} can take it now: {string.Join("; ", closed.Select(one => $"{one.Key}: {one.Value.TrimEnd('.')}"))}.",
            isFull);
    }

    /// <summary>Whether, after one account was refused, some account of the provider can still be used.</summary>
    public bool HasOther(Generation generation) =>
        generation.Input.Source is null && providers.Accounts.Any(one => one.Name == generation.Provider && one.TakesNew && standings.IsUsable(one.Account));

    /// <summary>The submission was not made, or was refused: its place and what it would have cost are free again.</summary>
    public Task LeaveAsync(Generation generation, Entry.Open entry, CancellationToken cancellationToken) =>
        entry.Terms is null ? Task.CompletedTask : caps.LeaveAsync(generation.Id, entry.Terms, Cost(generation), cancellationToken);

    /// <summary>It runs there now, and is counted as what runs.</summary>
    public Task StayAsync(Generation generation, Entry.Open entry, CancellationToken cancellationToken) =>
        entry.Terms is null ? Task.CompletedTask : caps.LeaveAsync(generation.Id, entry.Terms, refund: 0, cancellationToken);

    private CapTerms? Terms(IGenerationProvider provider) => provider is { MaxConcurrent: null, DailyUsd: null }
        ? null
        : new(provider.Account, ProviderCaps.Day(time.GetUtcNow()), provider.MaxConcurrent, provider.DailyUsd is { } most ? (long)(most * ProviderCaps.Millionths) : null);

    private static long Cost(Generation generation) => (long)Math.Ceiling(generation.Quote.UpstreamUsd * ProviderCaps.Millionths);
}

/// <summary>What came of a generation at the door of its provider.</summary>
internal abstract record Entry
{
    private Entry() { }

    /// <param name="Terms">The caps that it was counted for; null where there are none.</param>
    /// <param name="IsTrial">Whether it alone is let through, to show how the model fares there.</param>
    public sealed record Open(IGenerationProvider Provider, CapTerms? Terms, bool IsTrial) : Entry;

    /// <param name="Reason">A sentence.</param>
    /// <param name="IsFull">Whether a place becomes free in time.</param>
    public sealed record Closed(string Reason, bool IsFull) : Entry;
}
