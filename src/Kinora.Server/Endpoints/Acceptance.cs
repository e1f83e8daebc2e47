using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Http;

namespace Kinora.Server.Endpoints;

/// <summary>Hands request forms to the engine and tells its answer in HTTP.</summary>
internal sealed class Acceptance(GenerationAcceptor acceptor, ModelCatalog catalog)
{
    public const int MostInBatch = 100;
    private const int MaxKey = 200;

    /// <param name="language">Of the warnings, by its two letters.</param>
    public Task<IResult> AcceptAsync(
        string accountId, GenerationInput input, string? idempotencyKey, string language, HttpResponse response, CancellationToken cancellationToken) =>
        AcceptAsync(accountId, input, origin: null, idempotencyKey, language, response, cancellationToken);

    /// <param name="origin">Null for one that is asked for anew.</param>
    /// <param name="language">Of the warnings, by its two letters.</param>
    public async Task<IResult> AcceptAsync(
        string accountId, GenerationInput input, GenerationOrigin? origin, string? idempotencyKey, string language, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (KeyFault(idempotencyKey) is { } fault) return ProblemResult.Invalid(fault);
        var result = await acceptor.AcceptAsync(accountId, input, idempotencyKey, origin, cancellationToken);
        if (result is not AcceptResult.Accepted accepted) return Refusal(result);
        var generation = Tell(accepted, language, response)[0];
        return TypedResults.Accepted("/api/generations/" + generation.Id, generation);
    }

    /// <param name="language">Of the warnings, by its two letters.</param>
    public async Task<IResult> AcceptBatchAsync(
        string accountId, GenerateBatchRequest batch, string? idempotencyKey, string language, HttpResponse response, CancellationToken cancellationToken)
    {
        FieldProblem?[] faults = [KeyFault(idempotencyKey), CountFault(batch), MaxFault(batch), .. NullFaults(batch)];
        if (faults.OfType<FieldProblem>().ToArray() is { Length: > 0 } found) return ProblemResult.Invalid(found);
        var result = await acceptor.AcceptBatchAsync(
            accountId, [.. batch.Items.Select(item => item.ToInput())], batch.MaxCredits, idempotencyKey, cancellationToken);
        if (result is not AcceptResult.Accepted accepted) return Refusal(result);
        var items = Tell(accepted, language, response);
        return TypedResults.Accepted((string?)null, new BatchResponse(items, items.Sum(item => item.Quote.Credits)));
    }

    private GenerationResponse[] Tell(AcceptResult.Accepted accepted, string language, HttpResponse response)
    {
        if (accepted.Replayed) response.Headers["Idempotent-Replayed"] = "true";
        return [.. accepted.Items.Select(item => item.Generation.ToResponse(catalog, language) with { Warnings = item.Warnings.ToResponse(language) })];
    }

    public static ProblemResult Refusal(AcceptResult result) => result switch
    {
        AcceptResult.Invalid invalid => invalid.Faults.ToProblem(),
        AcceptResult.InsufficientCredits price => new(
            ProblemResult.Of(402, ProblemCodes.InsufficientCredits, $"It costs {price.Needed} credits and {price.Available} are available.").Value with
            {
                Needed = price.Needed,
                Available = price.Available,
            }),
        AcceptResult.AboveMaxCredits price => new(
            ProblemResult.Of(402, ProblemCodes.AboveMaxCredits, $"It costs up to {price.Needed} credits, and maxCredits is {price.Max}.").Value with
            {
                Needed = price.Needed,
            }),
        AcceptResult.ModelDown down => new(
            ProblemResult.Of(503, ProblemCodes.ModelDown, $"{down.Model} cannot be used now. {down.Reason}").Value with { Since = down.Since }),
        AcceptResult.KeyConflict => ProblemResult.Of(409, ProblemCodes.IdempotencyConflict, "This Idempotency-Key was used with another request; use a new one."),
        _ => throw new InvalidOperationException($"{result.GetType().Name} has no answer."),
    };

    /// <summary>Null when the key will do, or there is none.</summary>
    public static FieldProblem? KeyFault(string? key) => key is { Length: 0 or > MaxKey }
        ? new("Idempotency-Key", "Idempotency-Key must have 1 to 200 characters.", JsonValue.Create(key.Length), null)
        : null;

    private static FieldProblem? CountFault(GenerateBatchRequest batch) => batch.Items.Count is < 1 or > MostInBatch
        ? new("items", "items must be 1 to 100 requests.", batch.Items.Count, ["1 to 100"])
        : null;

    // JSON can put a null where C# promises none.
    private static IEnumerable<FieldProblem> NullFaults(GenerateBatchRequest batch) =>
        batch.Items.Index().Where(item => item.Item is null).Select(item => new FieldProblem($"items[{item.Index}]", $"items[{item.Index}] must be an object.", null, null));

    private static FieldProblem? MaxFault(GenerateBatchRequest batch) => batch.MaxCredits < 0
        ? new("maxCredits", "maxCredits must be a whole number from 0 on.", batch.MaxCredits, null)
        : null;
}
