using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;

namespace Kinora.Server.Endpoints;

internal static class CollectionEndpoints
{
    private const int LongestName = 100;

    public static void MapCollections(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/collections").WithTags("Library").RequireAuthorization().ProducesProblems(401);
        group.MapGet("", ListAsync).WithName("listCollections").WithSummary("List the account's collections, oldest first");
        group.MapPost("", AddAsync).WithName("addCollection").WithSummary("Make an empty collection; an account may have 500").ProducesProblems(400, 403, 409, 413, 415);
        group.MapPut("/{id}", RenameAsync).WithName("renameCollection").WithSummary("Name a collection anew").ProducesProblems(400, 403, 404, 413, 415);
        group.MapDelete("/{id}", RemoveAsync).WithName("deleteCollection").WithSummary("Take a collection away; what is in it stays").ProducesProblems(403, 404);
        group.MapPut("/{id}/generations/{generationId}", PutAsync).WithName("collect").WithSummary("Put a generation into a collection").ProducesProblems(403, 404);
        group.MapDelete("/{id}/generations/{generationId}", TakeAsync).WithName("uncollect").WithSummary("Take a generation out of a collection").ProducesProblems(403, 404);
    }

    private static async Task<Ok<CollectionPage>> ListAsync(ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken) =>
        TypedResults.Ok(new CollectionPage([.. (await collections.ListAsync(caller.AccountId, cancellationToken)).Select(ToResponse)]));

    private static async Task<Results<Created<CollectionResponse>, ProblemResult>> AddAsync(
        CollectionRequest request, ClaimsPrincipal caller, CollectionStore collections, TimeProvider time, CancellationToken cancellationToken)
    {
        if (Fault(request) is { } fault) return ProblemResult.Invalid(fault);
        var now = time.GetUtcNow();
        var collection = new Collection("col_" + Guid.CreateVersion7(now).ToString("N"), request.Name.Trim(), now, Count: 0);
        return await collections.AddAsync(caller.AccountId, collection, cancellationToken)
            ? TypedResults.Created("/api/collections", ToResponse(collection))
            : ProblemResult.Of(409, ProblemCodes.Conflict, $"An account may have {CollectionStore.MostOfOne} collections. Delete one first.");
    }

    private static async Task<Results<NoContent, ProblemResult>> RenameAsync(
        string id, CollectionRequest request, ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken)
    {
        if (Fault(request) is { } fault) return ProblemResult.Invalid(fault);
        return Answer(await collections.RenameAsync(caller.AccountId, id, request.Name.Trim(), cancellationToken));
    }

    private static async Task<Results<NoContent, ProblemResult>> RemoveAsync(
        string id, ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken) =>
        Answer(await collections.RemoveAsync(caller.AccountId, id, cancellationToken));

    private static async Task<Results<NoContent, ProblemResult>> PutAsync(
        string id, string generationId, ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken) =>
        Answer(await collections.PutAsync(caller.AccountId, id, generationId, cancellationToken));

    private static async Task<Results<NoContent, ProblemResult>> TakeAsync(
        string id, string generationId, ClaimsPrincipal caller, CollectionStore collections, CancellationToken cancellationToken) =>
        Answer(await collections.TakeAsync(caller.AccountId, id, generationId, cancellationToken));

    private static Results<NoContent, ProblemResult> Answer(bool done) => done ? TypedResults.NoContent() : ProblemResult.NotFound();

    private static CollectionResponse ToResponse(Collection collection) => new(collection.Id, collection.Name, collection.CreatedAt, collection.Count);

    private static FieldProblem? Fault(CollectionRequest request) => request.Name?.Trim() is { Length: >= 1 and <= LongestName } name && !name.Any(char.IsControl)
        ? null
        : new("name", "name must have 1 to 100 characters on one line.", JsonValue.Create(request.Name?.Length), null);
}
