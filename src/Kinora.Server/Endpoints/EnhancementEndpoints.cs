using System.Globalization;
using Kinora.Client;
using Kinora.Core.Enhancement;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>Better prompts, where the operator has named a chat API.</summary>
internal static class EnhancementEndpoints
{
    public static void MapEnhancement(this IEndpointRouteBuilder routes) => routes.MapPost("/api/prompts/enhance", EnhanceAsync)
        .WithTags("Generations").WithName("enhancePrompt")
        .WithSummary("A better prompt, by the operator's chat API; 404 where the operator has named none. Nothing is kept or charged")
        .ProducesProblems(400, 401, 403, 404, 413, 415, 429, 502, 503).RequireAuthorization();

    private static async Task<Results<Ok<EnhanceResponse>, ProblemResult>> EnhanceAsync(
        EnhanceRequest request, ClaimsPrincipal caller, PromptEnhancer enhancer, OpenEnhancements open, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!enhancer.IsOffered) return ProblemResult.NotFound("Prompts are not enhanced here: the operator of this server has named no chat API.");
        using var place = open.TryTake(caller.AccountId);
        if (place is null)
        {
            return ProblemResult.Of(
                429, ProblemCodes.TooManyRequests, $"{OpenEnhancements.PerAccount} prompts of this account are being enhanced; wait for one of them.");
        }

        switch (await enhancer.EnhanceAsync(request.Prompt, request.Model, request.Mode, cancellationToken))
        {
            case EnhanceResult.Enhanced enhanced: return TypedResults.Ok(new EnhanceResponse(enhanced.Prompt));
            case EnhanceResult.Invalid invalid: return invalid.Faults.ToProblem();
            case EnhanceResult.Away away:
                if (away.RetryAfter is { } wait) response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ProblemResult.Of(503, ProblemCodes.EnhanceUnavailable, away.Reason);
            case EnhanceResult.Useless useless: return ProblemResult.Of(502, ProblemCodes.EnhanceUnavailable, useless.Reason);
            case var other: throw new NotSupportedException(other.GetType().Name);
        }
    }
}
