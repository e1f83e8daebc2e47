using System.Security.Cryptography;
using System.Text.Json;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Takes requests in: validates, quotes, brings media home, holds the credits, commits.</summary>
public sealed class GenerationAcceptor(
    ModelCatalog catalog, GenerationStore store, AccountStore accounts, KnownInputs inputs, InputMedia media, CoreOptions options, TimeProvider time)
{
    /// <summary>Answers only after the commit. <paramref name="idempotencyKey"/> is the caller's, at most 200 characters.</summary>
    public async Task<AcceptResult> AcceptAsync(string accountId, GenerationInput input, string? idempotencyKey, CancellationToken cancellationToken)
    {
        var key = idempotencyKey is null ? null : new IdempotencyKey(idempotencyKey, Hash(input));
        if (key is not null && await store.FindKeyAsync(accountId, key, cancellationToken) is { } taken)
            return await ReplayAsync(taken, cancellationToken);
        var (known, noTake) = await inputs.OfAsync(accountId, input, cancellationToken);
        var (rough, faults) = catalog.Plan(input, known);
        if (rough is null || noTake is not null) return new AcceptResult.Invalid(noTake is null ? faults : [.. faults, noTake]);

        // Before anything is fetched; an upper bound may come down. Whether the account can pay is decided in the commit.
        var available = (await accounts.FindAsync(accountId, cancellationToken))?.Available ?? 0;
        if (available < (rough.Quote.Exact ? rough.Quote.Credits : 1)) return new AcceptResult.InsufficientCredits(rough.Quote.Credits, available);
        var home = await media.BringHomeAsync(accountId, rough, cancellationToken);
        if (home.Faults.Count > 0) return new AcceptResult.Invalid(home.Faults);
        var (plan, limits) = home.Facts.Media.Count == 0 ? new(rough, []) : catalog.Plan(home.Plan.Input, home.Facts with { Source = known.Source });
        if (plan is null) return new AcceptResult.Invalid(limits);

        var change = New(accountId, plan).Accept(key);
        CrashPoint.Pass("accept.planned");
        var result = (await store.CommitAsync([change], cancellationToken))[0];
        CrashPoint.Pass("accept.committed");
        return result.Outcome switch
        {
            CommitOutcome.Applied => new AcceptResult.Accepted(change.Generation, Replayed: false) { Warnings = plan.Warnings },
            CommitOutcome.InsufficientCredits => new AcceptResult.InsufficientCredits(plan.Quote.Credits, result.Available),
            CommitOutcome.KeyTaken => await ReplayAsync(result, cancellationToken),
            _ => throw new InvalidOperationException("A new generation cannot conflict."),
        };
    }

    private async Task<AcceptResult> ReplayAsync(CommitResult taken, CancellationToken cancellationToken) => taken.SameBody
        ? new AcceptResult.Accepted((await store.FindAsync(taken.ExistingId!, cancellationToken))!, Replayed: true)
        : new AcceptResult.KeyConflict(taken.ExistingId!);

    private Generation New(string accountId, GenerationPlan plan)
    {
        var now = time.GetUtcNow();
        return new()
        {
            Id = "gen_" + Guid.CreateVersion7(now).ToString("N"),
            AccountId = accountId,
            ModelId = plan.Model.Id,
            ModelName = plan.Model.Name,
            VariantId = plan.Variant.Id,
            Mode = plan.Mode,
            Input = plan.Input,
            WireInput = plan.WireInput,
            Provider = plan.Route.Provider,
            Endpoint = plan.Route.Endpoint,
            WireModel = plan.Route.WireId,
            Quote = plan.Quote,
            Patience = plan.Model.Patience,
            TypicalSeconds = options.Kie.TypicalSeconds ?? plan.Model.TypicalSeconds,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private static string Hash(GenerationInput input) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(input, KinoraJsonContext.Default.GenerationInput)));
}
