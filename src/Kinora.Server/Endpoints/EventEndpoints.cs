using System.ComponentModel;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

internal static class EventEndpoints
{
    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/events", StreamAsync).WithTags("Events").WithName("streamEvents")
            .WithSummary("Stream server-sent events of the account: `generation` after each change of state, `account` after each change of credits")
            .Produces<string>(200, "text/event-stream").ProducesProblems(400, 401, 429).RequireAuthorization();
        routes.MapGet("/api/generations/{id}/events", StreamOneAsync).WithTags("Events").WithName("streamGeneration")
            .WithSummary("Stream server-sent `generation` events of one generation, from how it stands now until its end; 204 where the end was told already")
            .Produces<string>(200, "text/event-stream").Produces(204).ProducesProblems(400, 401, 404, 429).RequireAuthorization();
    }

    private static async Task<IResult> StreamAsync(
        [FromHeader(Name = "Last-Event-ID"), Description("Resumes after this event")] string? lastEventId,
        [Description("The same as Last-Event-ID, for clients that cannot set headers")] string? after,
        ClaimsPrincipal caller, AccountEvents events, OpenStreams streams, HttpContext context, CancellationToken cancellationToken)
    {
        var (number, fault) = Resume(lastEventId, after);
        if (fault is not null) return fault;
        using var place = streams.TryTake(caller.AccountId);
        if (place is null) return NoPlace();
        await events.StreamAsync(context.Response, caller.AccountId, number, cancellationToken);
        return TypedResults.Empty;
    }

    private static async Task<IResult> StreamOneAsync(
        string id,
        [FromHeader(Name = "Last-Event-ID"), Description("Resumes after this event")] string? lastEventId,
        [Description("The same as Last-Event-ID, for clients that cannot set headers")] string? after,
        ClaimsPrincipal caller, GenerationStore store, AccountEvents events, OpenStreams streams, HttpContext context, CancellationToken cancellationToken)
    {
        var (number, fault) = Resume(lastEventId, after);
        if (fault is not null) return fault;
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } generation) return ProblemResult.NotFound();
        // By this answer a browser knows that it need not come back.
        if (generation.IsFinal && number is { } seen && await store.LastEventOfAsync(caller.AccountId, id, seen, long.MaxValue, cancellationToken) is null)
            return TypedResults.NoContent();
        using var place = streams.TryTake(caller.AccountId);
        if (place is null) return NoPlace();
        await events.StreamAsync(context.Response, caller.AccountId, id, number, cancellationToken);
        return TypedResults.Empty;
    }

    private static (long? Number, ProblemResult? Fault) Resume(string? lastEventId, string? after)
    {
        var resume = string.IsNullOrEmpty(lastEventId) ? after : lastEventId;
        return Cursors.TryReadNumber(resume, out var number)
            ? (number, null)
            : (null, ProblemResult.Invalid(Cursors.Fault(resume) with { Field = "Last-Event-ID" }));
    }

    private static ProblemResult NoPlace() =>
        ProblemResult.Of(429, ProblemCodes.TooManyRequests, $"This account has {OpenStreams.PerAccount} event streams open; close one first.");
}
