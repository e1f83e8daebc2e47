using Kinora.Core.Generations;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class WebhookEndpoints
{
    public static void MapWebhooks(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/webhooks").WithTags("Provider callbacks").AllowAnonymous().ProducesProblems(400, 401, 413);
        group.MapPost("/kie", ReceiveAsync).WithName("receiveKieCallback").WithSummary("KIE.ai reports that a market task has ended");
        group.MapPost("/veo", ReceiveAsync).WithName("receiveVeoCallback").WithSummary("KIE.ai reports that a Veo task has ended");
    }

    private static async Task<Results<Ok<CallbackReceipt>, ProblemResult>> ReceiveAsync(
        string? generation, string? attempt, string? token, HttpRequest request, GenerationSettler settler, CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        return TypedResults.Ok(new CallbackReceipt(200, "received"));
    }
}

/// <summary>What KIE expects to hear.</summary>
internal sealed record CallbackReceipt(int Code, string Msg);
