using System.ComponentModel;
using System.Security.Claims;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/events", StreamAsync).WithTags("Events").WithName("streamEvents")
            .WithSummary("Server-sent events of the account: `generation` after each change of state, `account` after each change of credits")
            .Produces<string>(200, "text/event-stream").ProducesProblems(400, 401, 429).RequireAuthorization();

    private static async Task<IResult> StreamAsync(
        [FromHeader(Name = "Last-Event-ID"), Description("Resumes after this event")] string? lastEventId,
        [Description("The same as Last-Event-ID, for clients that cannot set headers")] string? after,
        ClaimsPrincipal caller, AccountEvents events, OpenStreams streams, HttpContext context, CancellationToken cancellationToken)
    {
        var resume = string.IsNullOrEmpty(lastEventId) ? after : lastEventId;
        if (!Cursors.TryReadNumber(resume, out var number)) return ProblemResult.Invalid(Cursors.Fault(resume) with { Field = "Last-Event-ID" });
        using var place = streams.TryTake(caller.AccountId);
        if (place is null)
            return ProblemResult.Of(429, ProblemCodes.TooManyRequests, $"This account has {OpenStreams.PerAccount} event streams open; close one first.");
        await events.StreamAsync(context.Response, caller.AccountId, number, cancellationToken);
        return TypedResults.Empty;
    }
}
