using System.Text.Json;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Health;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Generations;

/// <summary>Takes requests in: validates, quotes, brings media home, holds the credits, commits.</summary>
public sealed class GenerationAcceptor(
    ModelCatalog catalog, GenerationStore store, AccountStore accounts, KnownInputs inputs, InputMedia media, ModelHealth health, WebhookAddress webhooks,
    CoreOptions options, TimeProvider time)
{
    private const int FetchesAtOnce = 4;
    private readonly RoughPlanner _planner = new(catalog, inputs);

    /// <summary>Answers only after the commit. <paramref name="idempotencyKey"/> is the caller's, at most 200 characters.</summary>
    /// <param name="origin">How it was asked for, where that was in another API's words.</param>
    public Task<AcceptResult> AcceptAsync(
        Requester by, GenerationInput input, string? idempotencyKey, GenerationOrigin? origin, CancellationToken cancellationToken)
    {
        var keys = AcceptanceTerms.KeysOf(idempotencyKey, 1, () => JsonSerializer.SerializeToUtf8Bytes(input, KinoraJsonContext.Default.GenerationInput));
        return AcceptAsync(by, [input], new(Name: _ => "", keys, long.MaxValue) { Origin = origin }, cancellationToken);
    }

    /// <summary>The same for many requests: all of them in one commit, or none.</summary>
    /// <param name="maxCredits">The most that all together may hold; null for what the account has.</param>
    public Task<AcceptResult> AcceptBatchAsync(
        Requester by, IReadOnlyList<GenerationInput> batch, long? maxCredits, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var keys = AcceptanceTerms.KeysOf(idempotencyKey, batch.Count, () =>
            [.. JsonSerializer.SerializeToUtf8Bytes(batch, KinoraJsonContext.Default.IReadOnlyListGenerationInput), .. BitConverter.GetBytes(maxCredits ?? -1)]);
        return AcceptAsync(by, batch, new(index => $"items[{index}].", keys, maxCredits ?? long.MaxValue), cancellationToken);
    }

    /// <summary>What an earlier request with the same key came to; null where there was none.</summary>
    internal async Task<AcceptResult?> FindReplayAsync(string accountId, AcceptanceTerms terms, CancellationToken cancellationToken) =>
        terms.Keys.Count > 0 && await store.FindKeyAsync(accountId, terms.Keys[0], cancellationToken) is { } taken
            ? await ReplayAsync(accountId, terms, taken, cancellationToken)
            : null;

    /// <summary>Accepts all forms in one commit, or none.</summary>
    internal async Task<AcceptResult> AcceptAsync(Requester by, IReadOnlyList<GenerationInput> forms, AcceptanceTerms terms, CancellationToken cancellationToken)
    {
        using var span = AcceptanceSpan.Begin(by.AccountId);
        return span.Came(await DecideAsync(by, forms, terms, cancellationToken));
    }

    private async Task<AcceptResult> DecideAsync(Requester by, IReadOnlyList<GenerationInput> forms, AcceptanceTerms terms, CancellationToken cancellationToken)
    {
        var accountId = by.AccountId;
        if (await FindReplayAsync(accountId, terms, cancellationToken) is { } replay) return replay;
        var roughs = new List<RoughPlan>();
        var faults = new List<InputFault>();
        foreach (var (index, form) in forms.Index())
        {
            var rough = await _planner.PlanAsync(accountId, form, cancellationToken);
            InputFault[] found = webhooks.Fault(form.WebhookUrl) is { } fault ? [.. rough.Faults, fault] : [.. rough.Faults];
            faults.AddRange(found.Select(one => one with { Field = terms.Name(index) + one.Field }));
            roughs.Add(rough);
        }

        if (faults.Count > 0) return new AcceptResult.Invalid(faults);
        foreach (var plan in roughs.Select(rough => rough.Plan!))
            if (health.OutageOf(plan.Routes) is { } outage) return new AcceptResult.ModelDown(plan.Model.Name, outage.Reason?.En ?? "", outage.Since);

        // An upper bound may come down. Whether the account can pay is decided in the commit; where it cannot, nothing is fetched for it.
        var (least, most) = (roughs.Sum(rough => rough.Plan!.Quote.Exact ? rough.Plan.Quote.Credits : 1), roughs.Sum(rough => rough.Plan!.Quote.Credits));
        if (least > terms.MaxCredits) return new AcceptResult.AboveMaxCredits(most, terms.MaxCredits);
        if (roughs.TrueForAll(rough => !InputMedia.IsNamedIn(rough.Plan!.Input))) return await CommitAsync(by, [.. roughs.Select(rough => rough.Plan!)], terms, cancellationToken);
        var available = (await accounts.FindAsync(accountId, cancellationToken))?.Available ?? 0;
        if (available < least) return new AcceptResult.InsufficientCredits(most, available);
        var finals = new PlanResult[forms.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, forms.Count), new ParallelOptions { MaxDegreeOfParallelism = FetchesAtOnce, CancellationToken = cancellationToken },
            async (index, stop) => finals[index] = await FinalAsync(accountId, roughs[index], stop));
        faults.AddRange(finals.Index().SelectMany(final => final.Item.Faults, (final, fault) => fault with { Field = terms.Name(final.Index) + fault.Field }));
        return faults.Count > 0 ? new AcceptResult.Invalid(faults) : await CommitAsync(by, [.. finals.Select(final => final.Plan!)], terms, cancellationToken);
    }

    private async Task<PlanResult> FinalAsync(string accountId, RoughPlan rough, CancellationToken cancellationToken)
    {
        var home = await media.BringHomeAsync(accountId, rough.Plan!, cancellationToken);
        if (home.Faults.Count > 0) return new(null, home.Faults);
        return home.Facts.Media.Count == 0 ? new(rough.Plan, []) : catalog.Plan(home.Plan.Input, home.Facts with { Source = rough.Known.Source });
    }

    private async Task<AcceptResult> CommitAsync(Requester by, IReadOnlyList<GenerationPlan> plans, AcceptanceTerms terms, CancellationToken cancellationToken)
    {
        var needed = plans.Sum(plan => plan.Quote.Credits);
        if (needed > terms.MaxCredits) return new AcceptResult.AboveMaxCredits(needed, terms.MaxCredits);
        var now = time.GetUtcNow();

        // Ids a millisecond apart, so that lists have the order of the request.
        var changes = plans.Select((plan, index) => terms.Mark(New(by, plan, now, now.AddMilliseconds(index)), index)
            .Accept(terms.Keys.ElementAtOrDefault(index)) with { LimitsOfUsers = options.LimitsOfUsers }).ToList();
        CrashPoint.Pass("accept.planned");
        var results = await store.CommitWholeAsync(changes, cancellationToken);
        CrashPoint.Pass("accept.committed");
        if (results.FirstOrDefault(result => result.Outcome is CommitOutcome.KeyTaken) is { ExistingId: not null } taken)
            return await ReplayAsync(by.AccountId, terms, taken, cancellationToken);
        var (at, refusal) = results.Index().FirstOrDefault(result => result.Item.Outcome is not (CommitOutcome.Applied or CommitOutcome.Withdrawn));
        var left = refusal.Available + plans.Take(at).Sum(plan => plan.Quote.Credits);
        return refusal.Outcome switch
        {
            CommitOutcome.Applied => new AcceptResult.Accepted(
                [.. changes.Zip(plans, (change, plan) => new AcceptedGeneration(change.Generation, plan.Warnings))],
                Replayed: false),
            CommitOutcome.InsufficientCredits => new AcceptResult.InsufficientCredits(needed, left),
            CommitOutcome.KeyCapReached => new AcceptResult.KeyCapReached(needed, left),
            CommitOutcome.DayIsFull => new AcceptResult.DayIsFull(refusal.Available, SpendingDay.Rest(now)),
            _ => throw new InvalidOperationException("A new generation cannot conflict."),
        };
    }

    private async Task<AcceptResult> ReplayAsync(string accountId, AcceptanceTerms terms, CommitResult taken, CancellationToken cancellationToken)
    {
        if (!taken.SameBody) return new AcceptResult.KeyConflict(taken.ExistingId!);
        var replayed = new List<AcceptedGeneration>();
        foreach (var key in terms.Keys)
        {
            if (await store.FindKeyAsync(accountId, key, cancellationToken) is not { ExistingId: { } id }) break;
            replayed.Add(new((await store.FindAsync(id, cancellationToken))!, []));
        }

        return new AcceptResult.Accepted(replayed, Replayed: true);
    }

    private Generation New(Requester by, GenerationPlan plan, DateTimeOffset now, DateTimeOffset idTime) =>
        New(by, plan, health.Connected(plan.Routes), now, idTime);

    private Generation New(Requester by, GenerationPlan plan, IReadOnlyList<PlannedRoute> routes, DateTimeOffset now, DateTimeOffset idTime) => new()
    {
        Id = "gen_" + Guid.CreateVersion7(idTime).ToString("N"),
        AccountId = by.AccountId,
        KeyId = by.KeyId,
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
        TraceParent = TraceContext.Current(),
    };
}
