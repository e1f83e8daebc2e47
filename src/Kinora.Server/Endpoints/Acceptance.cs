using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Kinora.Server.Endpoints;

/// <summary>Hands a request form to the engine and tells its answer in HTTP.</summary>
internal sealed class Acceptance(GenerationAcceptor acceptor, ModelCatalog catalog)
{
    private const int MaxKey = 200;

    /// <param name="language">Of the warnings, by its two letters.</param>
    public async Task<IResult> AcceptAsync(
        string accountId, GenerationInput input, string? idempotencyKey, string language, HttpResponse response, CancellationToken cancellationToken)
    {
        if (idempotencyKey is { Length: 0 or > MaxKey })
            return ProblemResult.Invalid(new FieldProblem("Idempotency-Key", "Idempotency-Key must have 1 to 200 characters.", JsonValue.Create(idempotencyKey.Length), null));
        return await acceptor.AcceptAsync(accountId, input, idempotencyKey, cancellationToken) switch
        {
            AcceptResult.Accepted accepted => Accepted(accepted, language, response),
            AcceptResult.Invalid invalid => invalid.Faults.ToProblem(),
            AcceptResult.InsufficientCredits price => TooDear(price),
            AcceptResult.KeyConflict => ProblemResult.Of(409, ProblemCodes.IdempotencyConflict, "This Idempotency-Key was used with another request; use a new one."),
            var other => throw new InvalidOperationException($"{other.GetType().Name} has no answer."),
        };
    }

    private Accepted<GenerationResponse> Accepted(AcceptResult.Accepted accepted, string language, HttpResponse response)
    {
        if (accepted.Replayed) response.Headers["Idempotent-Replayed"] = "true";
        var generation = accepted.Generation;
        return TypedResults.Accepted(
            "/api/generations/" + generation.Id, generation.ToResponse(catalog, language) with { Warnings = accepted.Warnings.ToResponse(language) });
    }

    private static ProblemResult TooDear(AcceptResult.InsufficientCredits price) => new(
        ProblemResult.Of(402, ProblemCodes.InsufficientCredits, $"It costs {price.Needed} credits and {price.Available} are available.").Value with
        {
            Needed = price.Needed,
            Available = price.Available,
        });
}
