using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Assets;
using Kinora.Core.Joins;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

internal static class JoinEndpoints
{
    public static void MapJoins(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/joins").WithTags("Joins").RequireAuthorization().ProducesProblems(401);
        group.MapPost("", JoinAsync).WithName("joinClips").WithSummary("Make one film of clips, for nothing; an account may have 20 waiting")
            .Produces<JoinResponse>(202).ProducesProblems(400, 403, 409, 413, 415);
        group.MapGet("", ListAsync).WithName("listJoins").WithSummary("List the account's films of clips, newest first").ProducesProblems(400);
        group.MapGet("/{id}", GetAsync).WithName("getJoin").WithSummary("Read one film of clips, and how far it is").ProducesProblems(404);
        group.MapDelete("/{id}", DeleteAsync).WithName("deleteJoin")
            .WithSummary("Withdraw a film that waits or is being made, or delete one that is made").ProducesProblems(403, 404);
        group.MapMethods("/{id}/content", ["GET", "HEAD"], ContentAsync).WithName("getJoinContent").WithSummary("Read the stored film or a picture of it; serves ranges")
            .ProducesBytes("video/mp4", "image/webp").ProducesProblems(400, 404, 409);
    }

    private static async Task<IResult> JoinAsync(
        JoinRequest request,
        [FromHeader(Name = "Idempotency-Key"), Description("The same key and body make one film, until it is deleted; at most 200 characters")] string? idempotencyKey,
        ClaimsPrincipal caller, JoinAcceptor acceptor, HttpResponse response, CancellationToken cancellationToken)
    {
        if (Acceptance.KeyFault(idempotencyKey) is { } fault) return ProblemResult.Invalid(fault);
        var result = await acceptor.AcceptAsync(caller.AccountId, request.ToForm(), idempotencyKey, cancellationToken);
        if (result is not JoinResult.Accepted accepted) return Refusal(result);
        if (accepted.Replayed) response.Headers["Idempotent-Replayed"] = "true";
        return TypedResults.Accepted("/api/joins/" + accepted.Join.Id, accepted.Join.ToResponse());
    }

    private static ProblemResult Refusal(JoinResult result) => result switch
    {
        JoinResult.Invalid invalid => invalid.Faults.ToProblem(),
        JoinResult.KeyConflict => ProblemResult.Of(409, ProblemCodes.IdempotencyConflict, "This Idempotency-Key was used with another request; use a new one."),
        _ => ProblemResult.Of(409, ProblemCodes.Conflict, $"An account may have {JoinStore.MostWaiting} films waiting. Wait for one, or delete one."),
    };

    private static async Task<Results<Ok<JoinPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, ClaimsPrincipal caller, JoinStore joins, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.IsJoinId(page.Cursor)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        var found = await joins.ListAsync(caller.AccountId, page.Cursor, page.Size + 1, cancellationToken);
        return TypedResults.Ok(new JoinPage([.. found.Take(page.Size).Select(join => join.ToResponse())], found.Count > page.Size ? found[page.Size - 1].Id : null));
    }

    private static async Task<Results<Ok<JoinResponse>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal caller, JoinStore joins, CancellationToken cancellationToken) =>
        await joins.FindAsync(caller.AccountId, id, cancellationToken) is { } join ? TypedResults.Ok(join.ToResponse()) : ProblemResult.NotFound();

    private static async Task<Results<NoContent, ProblemResult>> DeleteAsync(
        string id, ClaimsPrincipal caller, JoinStore joins, CancellationToken cancellationToken) =>
        await joins.DeleteAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : ProblemResult.NotFound();

    private static async Task<IResult> ContentAsync(
        string id,
        [AllowedValues("video", "poster", "preview", "firstFrame", "lastFrame", "filmstrip"), Description("video when left out")] string? variant,
        [AllowedValues("0", "1"), Description("1 asks browsers to save it under a name")] string? download,
        ClaimsPrincipal caller, JoinStore joins, IAssetStore assets, HttpContext context, CancellationToken cancellationToken)
    {
        variant ??= OutputVariant.Video.Name;
        if (OutputVariant.Named(variant) is not { } wanted) return ContentEndpoints.Unknown(variant);
        if (await joins.FindAsync(caller.AccountId, id, cancellationToken) is not { } join) return ProblemResult.NotFound();
        if (join.Output is not { } film)
            return ProblemResult.Of(409, ProblemCodes.NotReady, $"It is {WireNames.Of(join.Status)}; only a film that is made has content.");
        if (wanted.KeyOf(film) is null) return ProblemResult.NotFound($"There is no {wanted.Name} of this film.");
        var name = download == "1" ? FileNames.For(join, wanted.FileEnding(film)) : null;
        return await ContentEndpoints.SendAsync(film, wanted, name, assets, context, cancellationToken);
    }
}
