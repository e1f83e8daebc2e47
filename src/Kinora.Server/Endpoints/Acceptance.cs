using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>Hands request forms to the engine and tells its answer in HTTP.</summary>
internal sealed class Acceptance(GenerationAcceptor acceptor, ModelCatalog catalog)
{
    public const int MostInBatch = 100;
    /// <summary>Bytes of a body with that many requests.</summary>
    public const long MaxBatchBody = 4 * 1024 * 1024;

    private const int MaxKey = 200;

    /// <param name="language">Of the warnings, by its two letters.</param>
    public Task<IResult> AcceptAsync(
        Requester caller, GenerationInput input, string? idempotencyKey, string language, HttpResponse response, CancellationToken cancellationToken) =>
        AcceptAsync(caller, input, origin: null, idempotencyKey, language, response, cancellationToken);

    /// <param name="origin">Null for one that is asked for anew.</param>
    /// <param name="language">Of the warnings, by its two letters.</param>
    public async Task<IResult> AcceptAsync(
        Requester caller, GenerationInput input, GenerationOrigin? origin, string? idempotencyKey, string language, HttpResponse response,
        CancellationToken cancellationToken)
    {
        if (KeyFault(idempotencyKey) is { } fault) return ProblemResult.Invalid(fault);
        var result = await acceptor.AcceptAsync(caller, input, idempotencyKey, origin, cancellationToken);
        return Answer(result, language, response, items => TypedResults.Accepted("/api/generations/" + items[0].Id, items[0]));
    }

    /// <param name="language">Of the warnings, by its two letters.</param>
    public async Task<IResult> AcceptBatchAsync(
        Requester caller, GenerateBatchRequest batch, string? idempotencyKey, string language, HttpResponse response, CancellationToken cancellationToken)
    {
        FieldProblem?[] faults = [KeyFault(idempotencyKey), MaxFault(batch.MaxCredits), .. ListFaults("items", batch.Items)];
        if (faults.OfType<FieldProblem>().ToArray() is { Length: > 0 } found) return ProblemResult.Invalid(found);
        var result = await acceptor.AcceptBatchAsync(
            caller, [.. batch.Items.Select(item => item.ToInput())], batch.MaxCredits, idempotencyKey, cancellationToken);
        return Answer(result, language, response, items => TypedResults.Accepted((string?)null, new BatchResponse(items, items.Sum(item => item.Quote.Credits))));
    }

    /// <summary>The refusal, or what <paramref name="tell"/> makes of the generations.</summary>
    public IResult Answer(AcceptResult result, string language, HttpResponse response, Func<IReadOnlyList<GenerationResponse>, IResult> tell)
    {
        if (result is not AcceptResult.Accepted accepted) return Refusal(result);
        if (accepted.Replayed) response.Headers["Idempotent-Replayed"] = "true";
        return tell([.. accepted.Items.Select(item => item.Generation.ToResponse(catalog, language) with { Warnings = item.Warnings.ToResponse(language) })]);
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
        AcceptResult.KeyCapReached price => new(
            ProblemResult.Of(402, ProblemCodes.KeyCapReached,
                $"It costs {price.Needed} credits, and this key may spend {price.Left} more now. Use another key, or raise its caps.").Value with
            {
                Needed = price.Needed,
                Available = price.Left,
            }),
        AcceptResult.DayIsFull full => new(
            ProblemResult.Of(429, ProblemCodes.DailyLimit, $"This account may make {full.Limit} generations a day. The next day begins at midnight UTC.").Value)
            {
                RetryAfter = full.Wait,
            },
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

    /// <summary>Null when it will do, or there is none.</summary>
    public static FieldProblem? MaxFault(long? maxCredits) =>
        maxCredits < 0 ? new("maxCredits", "maxCredits must be a whole number from 0 on.", maxCredits, null) : null;

    /// <summary>What is wrong with a list of requests as a list.</summary>
    public static IEnumerable<FieldProblem> ListFaults(string field, IReadOnlyList<GenerateVideoRequest> requests)
    {
        if (requests.Count is < 1 or > MostInBatch) yield return new(field, $"{field} must be 1 to 100 requests.", requests.Count, ["1 to 100"]);

        // JSON can put a null where C# promises none.
        foreach (var (index, request) in requests.Index())
            if (request is null) yield return new($"{field}[{index}]", $"{field}[{index}] must be an object.", null, null);
    }
}
