using System.Security.Cryptography;
using System.Text.Json;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Health;
using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Takes requests in: validates, quotes, brings media home, holds the credits, commits.</summary>
public sealed class GenerationAcceptor(
    ModelCatalog catalog, GenerationStore store, AccountStore accounts, KnownInputs inputs, InputMedia media, ModelHealth health, CoreOptions options,
    TimeProvider time)
{
    private const int FetchesAtOnce = 4;

    /// <summary>Answers only after the commit. <paramref name="idempotencyKey"/> is the caller's, at most 200 characters.</summary>
    /// <param name="origin">How it was asked for, where that was in another API's words.</param>
    public Task<AcceptResult> AcceptAsync(
        string accountId, GenerationInput input, string? idempotencyKey, GenerationOrigin? origin, CancellationToken cancellationToken)
    {
        var keys = Keys(idempotencyKey, 1, () => JsonSerializer.SerializeToUtf8Bytes(input, KinoraJsonContext.Default.GenerationInput));
        return AcceptAsync(accountId, [input], new(Name: _ => "", keys, long.MaxValue) { Origin = origin }, cancellationToken);
    }

    /// <summary>The same for many requests: all of them in one commit, or none.</summary>
    /// <param name="maxCredits">The most that all together may hold; null for what the account has.</param>
    public Task<AcceptResult> AcceptBatchAsync(
        string accountId, IReadOnlyList<GenerationInput> batch, long? maxCredits, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var keys = Keys(idempotencyKey, batch.Count, () =>
            [.. JsonSerializer.SerializeToUtf8Bytes(batch, KinoraJsonContext.Default.IReadOnlyListGenerationInput), .. BitConverter.GetBytes(maxCredits ?? -1)]);
        return AcceptAsync(accountId, batch, new(index => $"items[{index}].", keys, maxCredits ?? long.MaxValue), cancellationToken);
    }

    private async Task<AcceptResult> AcceptAsync(string accountId, IReadOnlyList<GenerationInput> forms, Terms terms, CancellationToken cancellationToken)
    {
        if (terms.Keys.Count > 0 && await store.FindKeyAsync(accountId, terms.Keys[0], cancellationToken) is { } taken)
            return await ReplayAsync(accountId, terms, taken, cancellationToken);
        var roughs = new List<Rough>();
        var faults = new List<InputFault>();
        foreach (var (index, form) in forms.Index())
        {
            var (rough, wrong) = await RoughAsync(accountId, form, cancellationToken);
            faults.AddRange(wrong.Select(fault => fault with { Field = terms.Name(index) + fault.Field }));
            if (rough is not null) roughs.Add(rough);
        }

        if (faults.Count > 0) return new AcceptResult.Invalid(faults);
        foreach (var plan in roughs.Select(rough => rough.Plan))
            if (health.OutageOf(plan.Routes) is { } outage) return new AcceptResult.ModelDown(plan.Model.Name, outage.Reason ?? "", outage.Since);

        // An upper bound may come down. Whether the account can pay is decided in the commit; where it cannot, nothing is fetched for it.
        var (least, most) = (roughs.Sum(rough => rough.Plan.Quote.Exact ? rough.Plan.Quote.Credits : 1), roughs.Sum(rough => rough.Plan.Quote.Credits));
        if (least > terms.MaxCredits) return new AcceptResult.AboveMaxCredits(most, terms.MaxCredits);
        if (roughs.TrueForAll(rough => !InputMedia.IsNamedIn(rough.Plan.Input))) return await CommitAsync(accountId, [.. roughs.Select(rough => rough.Plan)], terms, cancellationToken);
        var available = (await accounts.FindAsync(accountId, cancellationToken))?.Available ?? 0;
        if (available < least) return new AcceptResult.InsufficientCredits(most, available);
        var finals = new PlanResult[forms.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, forms.Count), new ParallelOptions { MaxDegreeOfParallelism = FetchesAtOnce, CancellationToken = cancellationToken },
            async (index, stop) => finals[index] = await FinalAsync(accountId, roughs[index], stop));
        faults.AddRange(finals.Index().SelectMany(final => final.Item.Faults, (final, fault) => fault with { Field = terms.Name(final.Index) + fault.Field }));
        return faults.Count > 0 ? new AcceptResult.Invalid(faults) : await CommitAsync(accountId, [.. finals.Select(final => final.Plan!)], terms, cancellationToken);
    }

    private async Task<(Rough? Rough, IReadOnlyList<InputFault> Faults)> RoughAsync(string accountId, GenerationInput form, CancellationToken cancellationToken)
    {
        var (known, noTake) = await inputs.OfAsync(accountId, form, cancellationToken);
        var (plan, faults) = catalog.Plan(form, known);
        return plan is null || noTake is not null ? (null, noTake is null ? faults : [.. faults, noTake]) : (new(plan, known), []);
    }

    private async Task<PlanResult> FinalAsync(string accountId, Rough rough, CancellationToken cancellationToken)
    {
        var home = await media.BringHomeAsync(accountId, rough.Plan, cancellationToken);
        if (home.Faults.Count > 0) return new(null, home.Faults);
        return home.Facts.Media.Count == 0 ? new(rough.Plan, []) : catalog.Plan(home.Plan.Input, home.Facts with { Source = rough.Known.Source });
    }

    private async Task<AcceptResult> CommitAsync(string accountId, IReadOnlyList<GenerationPlan> plans, Terms terms, CancellationToken cancellationToken)
    {
        var needed = plans.Sum(plan => plan.Quote.Credits);
        if (needed > terms.MaxCredits) return new AcceptResult.AboveMaxCredits(needed, terms.MaxCredits);
        var now = time.GetUtcNow();

        // Ids a millisecond apart, so that lists have the order of the request.
        var changes = plans.Select((plan, index) => (New(accountId, plan, now, now.AddMilliseconds(index)) with { Origin = terms.Origin }).Accept(terms.Keys.ElementAtOrDefault(index))).ToList();
        CrashPoint.Pass("accept.planned");
        var results = await store.CommitWholeAsync(changes, cancellationToken);
        CrashPoint.Pass("accept.committed");
        if (results.FirstOrDefault(result => result.Outcome is CommitOutcome.KeyTaken) is { ExistingId: not null } taken)
            return await ReplayAsync(accountId, terms, taken, cancellationToken);
        var (unpaid, refusal) = results.Index().FirstOrDefault(result => result.Item.Outcome is CommitOutcome.InsufficientCredits);
        if (refusal.Outcome is CommitOutcome.InsufficientCredits)
            return new AcceptResult.InsufficientCredits(needed, refusal.Available + plans.Take(unpaid).Sum(plan => plan.Quote.Credits));
        return results.All(result => result.Outcome is CommitOutcome.Applied)
            ? new AcceptResult.Accepted([.. changes.Zip(plans, (change, plan) => new AcceptedGeneration(change.Generation, plan.Warnings))], Replayed: false)
            : throw new InvalidOperationException("A new generation cannot conflict.");
    }

    private async Task<AcceptResult> ReplayAsync(string accountId, Terms terms, CommitResult taken, CancellationToken cancellationToken)
    {
        if (!taken.SameBody) return new AcceptResult.KeyConflict(taken.ExistingId!);
        var replayed = new List<AcceptedGeneration>();
        foreach (var key in terms.Keys)
        {
            var id = (await store.FindKeyAsync(accountId, key, cancellationToken))!.Value.ExistingId!;
            replayed.Add(new((await store.FindAsync(id, cancellationToken))!, []));
        }

        return new AcceptResult.Accepted(replayed, Replayed: true);
    }

    private Generation New(string accountId, GenerationPlan plan, DateTimeOffset now, DateTimeOffset idTime) =>
        New(accountId, plan, health.Connected(plan.Routes), now, idTime);

    private Generation New(string accountId, GenerationPlan plan, IReadOnlyList<PlannedRoute> routes, DateTimeOffset now, DateTimeOffset idTime) => new()
    {
        Id = "gen_" + Guid.CreateVersion7(idTime).ToString("N"),
        AccountId = accountId,
        ModelId = plan.Model.Id,
        ModelName = plan.Model.Name,
        VariantId = plan.Variant.Id,
        Mode = plan.Mode,
        Input = plan.Input,
        WireInput = routes[0].WireInput,
        Provider = routes[0].Route.Provider,
        Endpoint = routes[0].Route.Endpoint,
        WireModel = routes[0].Route.WireId,
        OtherRoutes = [.. routes.Skip(1).Select(other => new GenerationRoute(other.Route.Provider, other.Route.Endpoint, other.Route.WireId, other.WireInput))],
        Quote = plan.Quote,
        Patience = plan.Model.Patience,
        TypicalSeconds = options.Kie.TypicalSeconds ?? plan.Model.TypicalSeconds,
        CreatedAt = now,
        UpdatedAt = now,
    };

    // One for each generation: the caller's own for the first; no header can hold what the others have.
    private static IReadOnlyList<IdempotencyKey> Keys(string? key, int count, Func<byte[]> body)
    {
        if (key is null) return [];
        var hash = Convert.ToHexStringLower(SHA256.HashData(body()));
        return [.. Enumerable.Range(0, count).Select(index => new IdempotencyKey(index == 0 ? key : $"{key}\u0001{index}", hash))];
    }

    /// <summary>A plan before its media are ours.</summary>
    private sealed record Rough(GenerationPlan Plan, InputFacts Known);

    /// <param name="Name">What the fields of a form are called by the caller, up to their own names.</param>
    /// <param name="Keys">One for each generation, or none.</param>
    private sealed record Terms(Func<int, string> Name, IReadOnlyList<IdempotencyKey> Keys, long MaxCredits)
    {
        public GenerationOrigin? Origin { get; init; }
    }
}
