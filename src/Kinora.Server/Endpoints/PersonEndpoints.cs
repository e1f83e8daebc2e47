using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;

namespace Kinora.Server.Endpoints;

/// <summary>What the server keeps for a person beside generations.</summary>
internal static class PersonEndpoints
{
    private const int LargestPreferences = 64 * 1024;
    private static readonly TimeSpan UsualSpan = TimeSpan.FromDays(30);

    public static void MapPerson(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api").WithTags("Account").RequireAuthorization().ProducesProblems(401);
        group.MapGet("/preferences", PreferencesAsync).WithName("getPreferences")
            .WithSummary("Read what the person has set: an object that the server keeps and does not look into");
        group.MapPut("/preferences", SavePreferencesAsync).WithName("savePreferences").WithSummary("Keep an object of at most 64 kB in place of the one before")
            .ProducesProblems(400, 403, 413, 415);
        group.MapGet("/prompts", PromptsAsync).WithName("listPrompts").WithSummary("List the prompts last used, each once, newest first").ProducesProblems(400);
        group.MapGet("/account/usage", UsageAsync).WithName("getUsage").WithSummary("Read what was spent, by day and product").ProducesProblems(400);
    }

    private static async Task<Ok<JsonObject>> PreferencesAsync(ClaimsPrincipal caller, PersonStore store, CancellationToken cancellationToken) =>
        TypedResults.Ok(await store.PreferencesAsync(caller.AccountId, cancellationToken) is { } document ? JsonNode.Parse(document)!.AsObject() : []);

    private static async Task<Results<Ok<JsonObject>, ProblemResult>> SavePreferencesAsync(
        JsonObject preferences, ClaimsPrincipal caller, PersonStore store, CancellationToken cancellationToken)
    {
        var document = preferences.ToJsonString();
        if (Encoding.UTF8.GetByteCount(document) > LargestPreferences) return ProblemResult.Of(413, ProblemCodes.TooLarge, "Preferences may have 64 kB.");
        await store.SavePreferencesAsync(caller.AccountId, document, cancellationToken);
        return TypedResults.Ok(preferences);
    }

    private static async Task<Results<Ok<PromptPage>, ProblemResult>> PromptsAsync(
        [FromQuery(Name = "q"), MaxLength(GenerationQuery.LongestText), Description("Stands in the prompt or in the model's name; at most 200 characters")] string? text,
        [FromQuery(Name = "limit"), Range(1, PageQuery.MaxLimit), Description("1 to 100; 24 when left out")] int? limit,
        ClaimsPrincipal caller, PersonStore store, CancellationToken cancellationToken)
    {
        var page = new PageQuery { Limit = limit };
        if ((page.Fault() ?? GenerationQuery.TextFault(text)) is { } fault) return ProblemResult.Invalid(fault);
        var found = await store.PromptsAsync(caller.AccountId, text, page.Size, cancellationToken);
        return TypedResults.Ok(new PromptPage([.. found.Select(one => new PromptResponse(one.Prompt, one.ModelId, one.At))]));
    }

    private static async Task<Results<Ok<UsagePage>, ProblemResult>> UsageAsync(
        [Description("From this time on; 30 days before `to` when left out")] string? from, [Description("Before this time; now when left out")] string? to,
        ClaimsPrincipal caller, PersonStore store, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!Times.TryRead(to, time.GetUtcNow(), out var end)) return ProblemResult.Invalid(Times.Fault("to", to));
        if (!Times.TryRead(from, end - UsualSpan, out var begin) || begin > end) return ProblemResult.Invalid(Times.Fault("from", from));
        var rows = await store.UsageAsync(caller.AccountId, begin, end, cancellationToken);
        var returned = await store.ReturnedAsync(caller.AccountId, begin, end, cancellationToken);
        return TypedResults.Ok(new UsagePage([.. rows.Select(row => new UsageResponse(row.Day, row.ModelId, row.Count, row.Credits))], rows.Sum(row => row.Credits), returned));
    }
}
