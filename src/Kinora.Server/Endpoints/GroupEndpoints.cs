using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Groups;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

internal static class GroupEndpoints
{
    public static void MapGroups(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/groups").WithTags("Groups").RequireAuthorization().ProducesProblems(401);
        group.MapPost("", AddAsync).WithName("addGroup").WithSummary("Keep requests as drafts for a comparison, a batch or a storyboard; an account may have 500 groups")
            .Produces<GroupResponse>(201).ProducesProblems(400, 403, 409, 413, 415);
        group.MapGet("", ListAsync).WithName("listGroups").WithSummary("List the account's groups, newest first").ProducesProblems(400);
        group.MapGet("/{id}", GetAsync).WithName("getGroup").WithSummary("Read a group with its items and their takes").ProducesProblems(404);
        group.MapPatch("/{id}", ChangeAsync).WithName("changeGroup").WithSummary("Name it anew, or order, edit, add and take out its items")
            .ProducesProblems(400, 403, 404, 409, 413, 415);
        group.MapDelete("/{id}", RemoveAsync).WithName("deleteGroup").WithSummary("Take the group away; its takes stay").ProducesProblems(403, 404);
        group.MapPost("/{id}/generate", GenerateAsync).WithName("generateGroup").WithSummary("Accept takes of its items in one commit: all of them or none")
            .Produces<GenerateGroupResponse>(202).ProducesProblems(400, 402, 403, 404, 409, 413, 415, 503);
    }

    private static async Task<IResult> AddAsync(
        GroupRequest request, ClaimsPrincipal caller, GroupEditor editor, GroupAnswers answers, HttpRequest http, CancellationToken cancellationToken)
    {
        if (GroupMapping.Kind(request.Kind) is not { } kind) return ProblemResult.Invalid(GroupMapping.KindFault(request.Kind));
        if (GroupMapping.NullFaults(request.Items).ToArray() is { Length: > 0 } faults) return ProblemResult.Invalid(faults);
        var result = await editor.CreateAsync(caller.AccountId, kind, request.Name, request.Items.ToDrafts(), cancellationToken);
        return result is GroupResult.Saved saved
            ? TypedResults.Created("/api/groups/" + saved.Group.Id, await answers.WholeAsync(saved.Group, http, cancellationToken))
            : Refusal(result);
    }

    private static async Task<Results<Ok<GroupPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page,
        [FromQuery(Name = "kind"), AllowedValues("compare", "batch", "storyboard"), Description("Every kind when left out")] string? named,
        ClaimsPrincipal caller, GroupStore groups, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.IsGroupId(page.Cursor)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        var kind = GroupMapping.Kind(named);
        if (named is not null && kind is null) return ProblemResult.Invalid(GroupMapping.KindFault(named));
        var found = await groups.ListAsync(caller.AccountId, kind, page.Cursor, page.Size + 1, cancellationToken);
        return TypedResults.Ok(new GroupPage([.. found.Take(page.Size).Select(one => one.ToResponse())], found.Count > page.Size ? found[page.Size - 1].Id : null));
    }

    private static async Task<Results<Ok<GroupResponse>, ProblemResult>> GetAsync(
        string id, ClaimsPrincipal caller, GroupStore groups, GroupAnswers answers, HttpRequest http, CancellationToken cancellationToken) =>
        await groups.FindAsync(caller.AccountId, id, cancellationToken) is { } group
            ? TypedResults.Ok(await answers.WholeAsync(group, http, cancellationToken))
            : ProblemResult.NotFound();

    private static async Task<Results<Ok<GroupResponse>, ProblemResult>> ChangeAsync(
        string id, GroupChangeRequest request, ClaimsPrincipal caller, GroupEditor editor, GroupAnswers answers, HttpRequest http, CancellationToken cancellationToken)
    {
        if (GroupMapping.NullFaults(request.Items).ToArray() is { Length: > 0 } faults) return ProblemResult.Invalid(faults);
        var result = await editor.ChangeAsync(caller.AccountId, id, request.Version, request.Name, request.Items?.ToDrafts(), cancellationToken);
        return result is GroupResult.Saved saved ? TypedResults.Ok(await answers.WholeAsync(saved.Group, http, cancellationToken)) : Refusal(result);
    }

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, ClaimsPrincipal caller, GroupStore groups, CancellationToken cancellationToken) =>
        await groups.RemoveAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : ProblemResult.NotFound();

    private static async Task<IResult> GenerateAsync(
        string id, GenerateGroupRequest request,
        [FromHeader(Name = "Idempotency-Key"), Description("The same key and body make the same takes once; at most 200 characters")] string? idempotencyKey,
        [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ClaimsPrincipal caller, GroupGenerator generator, Acceptance acceptance, HttpResponse response, CancellationToken cancellationToken)
    {
        FieldProblem?[] faults = [Acceptance.KeyFault(idempotencyKey), Acceptance.MaxFault(request.MaxCredits)];
        if (faults.OfType<FieldProblem>().ToArray() is { Length: > 0 } found) return ProblemResult.Invalid(found);
        return await generator.GenerateAsync(caller.Requester, id, new(request.Items, request.MaxCredits), idempotencyKey, cancellationToken) switch
        {
            GroupOrderResult.Answered answered => acceptance.Answer(
                answered.Result, Languages.Of(named, response.HttpContext.Request), response,
                items => TypedResults.Accepted("/api/groups/" + id, new GenerateGroupResponse(items, items.Sum(item => item.Quote.Credits), answered.Waiting))),
            GroupOrderResult.Nothing nothing => ProblemResult.Of(409, ProblemCodes.Conflict, nothing.Reason),
            _ => ProblemResult.NotFound(),
        };
    }

    private static ProblemResult Refusal(GroupResult result) => result switch
    {
        GroupResult.Invalid invalid => invalid.Faults.ToProblem(),
        GroupResult.Outdated newer => ProblemResult.Of(409, ProblemCodes.Conflict, $"Somebody has changed the group: it is at version {newer.Version} now. Read it again."),
        GroupResult.TooMany => ProblemResult.Of(409, ProblemCodes.Conflict, $"An account may have {GroupStore.MostOfOne} groups. Delete one first."),
        _ => ProblemResult.NotFound(),
    };
}
