using System.ComponentModel;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;

namespace Kinora.Server.Endpoints;

internal static class CollectionEndpoints
{
    private const int LongestName = 100, LongestNote = 500;

    public static void MapCollections(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/collections").WithTags("Library").RequireAuthorization().ProducesProblems(401);
        group.MapGet("", ListAsync).WithName("listCollections").WithSummary("List the account's collections, oldest first");
        group.MapPost("", AddAsync).WithName("addCollection").WithSummary("Make an empty collection; an account may have 500").ProducesProblems(400, 403, 409, 413, 415);
        group.MapPut("/{id}", RenameAsync).WithName("renameCollection").WithSummary("Name a collection anew, and say what it is for").ProducesProblems(400, 403, 404, 413, 415);
        group.MapDelete("/{id}", RemoveAsync).WithName("deleteCollection").WithSummary("Take a collection away; what is in it stays").ProducesProblems(403, 404);
        group.MapPut("/{id}/generations/{generationId}", PutAsync).WithName("collect")
            .WithSummary("Put a generation into a collection, behind all others, or give it its place there").ProducesProblems(400, 403, 404);
        group.MapDelete("/{id}/generations/{generationId}", TakeAsync).WithName("uncollect").WithSummary("Take a generation out of a collection").ProducesProblems(403, 404);
    }

    private static async Task<Ok<CollectionPage>> ListAsync(ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken) =>
        TypedResults.Ok(new CollectionPage([.. (await collections.ListAsync(caller.AccountId, cancellationToken)).Select(ToResponse)]));

    private static async Task<Results<Created<CollectionResponse>, ProblemResult>> AddAsync(
        CollectionRequest request, ClaimsPrincipal caller, CollectionStore collections, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Fault(request) is { } fault) return ProblemResult.Invalid(fault);
        var now = time.GetUtcNow();
        var collection = new Collection("col_" + Guid.CreateVersion7(now).ToString("N"), request.Name.Trim(), now, Count: 0, request.Note?.Trim() ?? "");
        return await collections.AddAsync(caller.AccountId, collection, cancellationToken)
            ? TypedResults.Created("/api/collections", ToResponse(collection))
            : ProblemResult.Of(409, ProblemCodes.Conflict, $"An account may have {CollectionStore.MostOfOne} collections. Delete one first.");
    }

    private static async Task<Results<NoContent, ProblemResult>> RenameAsync(
        string id, CollectionRequest request, ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken)
    {
        if (Fault(request) is { } fault) return ProblemResult.Invalid(fault);
        return Answer(await collections.RenameAsync(caller.AccountId, id, request.Name.Trim(), request.Note?.Trim(), cancellationToken));
    }

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken) =>
        Answer(await collections.RemoveAsync(caller.AccountId, id, cancellationToken));

    private static async Task<Results<NoContent, ProblemResult>> PutAsync(
        string id, string generationId,
        [Description("The id of a generation in the collection, which it comes right before")] string? before,
        [Description("The same, which it comes right behind; one of the two at most")] string? after,
        ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken)
    {
        if (before is not null && after is not null) return ProblemResult.Invalid(new FieldProblem("after", "Give before or after, not both.", JsonValue.Create(after), null));
        if ((before ?? after) is not { } neighbor) return Answer(await collections.PutAsync(caller.AccountId, id, generationId, cancellationToken));
        return await collections.PlaceAsync(caller.AccountId, id, generationId, neighbor, behind: after is not null, cancellationToken) switch
        {
            PlaceOutcome.Done => TypedResults.NoContent(),
            PlaceOutcome.NoNeighbor => NoNeighbor(before is null ? "after" : "before", neighbor),
            _ => ProblemResult.NotFound(),
        };

        static ProblemResult NoNeighbor(string field, string id) =>
            ProblemResult.Invalid(new FieldProblem(field, $"{field} must be the id of a generation in the collection.", JsonValue.Create(id), null));
    }

    private static async Task<Results<NoContent, ProblemResult>> TakeAsync(
        string id, string generationId, ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken) =>
        Answer(await collections.TakeAsync(caller.AccountId, id, generationId, cancellationToken));

    private static Results<NoContent, ProblemResult> Answer(bool done) => done ? TypedResults.NoContent() : ProblemResult.NotFound();

    private static CollectionResponse ToResponse(Collection collection) => new(collection.Id, collection.Name, collection.CreatedAt, collection.Count, collection.Note.Length == 0 ? null : collection.Note);

    private static FieldProblem? Fault(CollectionRequest request)
    {
        if (request.Name?.Trim() is not { Length: >= 1 and <= LongestName } name || name.Any(char.IsControl))
            return new("name", "name must have 1 to 100 characters on one line.", JsonValue.Create(request.Name?.Length), null);
        return request.Note?.Length > LongestNote || request.Note?.Contains('\0') == true
            ? new("note", "note must have at most 500 characters.", JsonValue.Create(request.Note.Length), null)
            : null;
    }
}
