using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>What people do with their takes: favorites, tags, the bin.</summary>
internal static class LibraryEndpoints
{
    private const int MostTags = 20, LongestTag = 40;

    public static void MapLibrary(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Library").RequireAuthorization().ProducesProblems(401);
        group.MapPatch("/generations/{id}", MarkAsync).WithName("markGeneration").WithSummary("Make it a favorite or not, and name its tags")
            .ProducesProblems(400, 403, 404, 413, 415);
        group.MapDelete("/generations/{id}", DeleteAsync).WithName("deleteGeneration")
            .WithSummary("Put it into the bin, from which it can be had back for 30 days").ProducesProblems(403, 404, 409);
        group.MapPost("/generations/{id}/restore", RestoreAsync).WithName("restoreGeneration").WithSummary("Take it out of the bin").ProducesProblems(403, 404);
        group.MapGet("/tags", TagsAsync).WithName("listTags").WithSummary("List the account's tags, the commonest first");
    }

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> MarkAsync(
        string id, MarkRequest marks, ClaimsPrincipal caller, LibraryStore library, GenerationStore store, GenerationAnswers answers, HttpRequest request,
        CancellationToken cancellationToken)
    {
        var tags = marks.Tags?.Select(tag => tag?.Trim() ?? "").Distinct(StringComparer.Ordinal).ToArray();
        if (tags is not null && (tags.Length > MostTags || !Array.TrueForAll(tags, IsTag)))
            return ProblemResult.Invalid(new FieldProblem("tags", "tags must be at most 20 words, each of 1 to 40 characters on one line.", JsonValue.Create(tags.Length), null));
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is null) return ProblemResult.NotFound();
        if (marks.Favorite is { } favorite) await library.SetFavoriteAsync(caller.AccountId, id, favorite, cancellationToken);
        if (tags is not null) await library.SetTagsAsync(caller.AccountId, id, tags, cancellationToken);
        return TypedResults.Ok(await answers.NowAsync(id, request, cancellationToken));
    }

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> DeleteAsync(
        string id, ClaimsPrincipal caller, LibraryStore library, GenerationStore store, GenerationAnswers answers, TimeProvider time, HttpRequest request,
        CancellationToken cancellationToken)
    {
        if (await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not { } generation) return ProblemResult.NotFound();
        return await library.DeleteAsync(caller.AccountId, id, time.GetUtcNow(), cancellationToken)
            ? TypedResults.Ok(await answers.NowAsync(id, request, cancellationToken))
            : ProblemResult.Of(409, ProblemCodes.Conflict, $"It is {WireNames.Of(generation.Status)}. Cancel it, or wait for its end.");
    }

    private static async Task<Results<Ok<GenerationResponse>, ProblemResult>> RestoreAsync(
        string id, ClaimsPrincipal caller, LibraryStore library, GenerationStore store, GenerationAnswers answers, TimeProvider time, HttpRequest request,
        CancellationToken cancellationToken) =>
        await library.RestoreAsync(caller.AccountId, id, time.GetUtcNow() - GenerationMarks.UndoTime, cancellationToken)
        || await store.FindOwnAsync(caller.AccountId, id, cancellationToken) is not null
            ? TypedResults.Ok(await answers.NowAsync(id, request, cancellationToken))
            : ProblemResult.NotFound();

    private static async Task<Ok<TagPage>> TagsAsync(ClaimsPrincipal caller, LibraryStore library, CancellationToken cancellationToken) =>
        TypedResults.Ok(new TagPage([.. (await library.TagsAsync(caller.AccountId, cancellationToken)).Select(tag => new TagCount(tag.Tag, tag.Count))]));

    private static bool IsTag(string tag) => tag.Length is >= 1 and <= LongestTag && !tag.Any(char.IsControl);
}
