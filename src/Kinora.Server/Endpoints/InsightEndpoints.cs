using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Credits;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>What administrators want to know of a running server: how fast it answers, what hangs, what does not pay.</summary>
internal static class InsightEndpoints
{
    private const int UsualMinutes = 30, MostMinutes = 60 * 24 * 365;

    public static void MapInsight(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin").WithTags("Administration").ProducesProblems(401, 403).RequireAuthorization(AdminPolicy.Name);
        group.MapGet("/response-times", Times).WithName("getResponseTimes").WithSummary("How long this server took to answer since its start, slowest endpoints first");
        group.MapGet("/stuck", StuckAsync).WithName("listStuck").WithSummary("Generations of all accounts that were accepted long ago and have not ended, oldest first")
            .ProducesProblems(400);
        group.MapGet("/prices", Prices).WithName("auditPrices").WithSummary("What requests bring beside what they cost: the worst of each model and mode, losses first");
    }

    private static Ok<ResponseTimePage> Times(ResponseTimes times) => TypedResults.Ok(times.Report());

    private static async Task<Results<Ok<StuckPage>, ProblemResult>> StuckAsync(
        [AsParameters] PageQuery page, [Range(0, MostMinutes), Description("Accepted so many minutes ago or longer; 30 when left out")] int? minutes,
        Books books, TimeProvider time, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.IsGenerationId(page.Cursor)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        if (minutes is < 0 or > MostMinutes)
            return ProblemResult.Invalid(new FieldProblem("minutes", "minutes must be a whole number from 0 to 525,600.", minutes, ["0 to 525600"]));
        var before = Books.IdAt(time.GetUtcNow() - TimeSpan.FromMinutes(minutes ?? UsualMinutes) + TimeSpan.FromMilliseconds(1));
        var found = await books.UnendedAsync(page.Cursor, before, page.Size + 1, cancellationToken);
        return TypedResults.Ok(new StuckPage([.. found.Take(page.Size).Select(ToResponse)], found.Count > page.Size ? found[page.Size - 1].Id : null));
    }

    private static Ok<PriceAuditResponse> Prices(ModelCatalog catalog)
    {
        var rows = PriceAudit.Of(catalog);
        return TypedResults.Ok(new PriceAuditResponse(rows.Count(row => row.MarginUsd < 0), rows.Count(row => row.IsGuess), [.. rows.Select(ToRow)]));
    }

    private static StuckResponse ToResponse(Generation generation) => new(
        generation.Id, generation.AccountId, generation.ModelId, WireNames.Of(generation.Status), generation.CreatedAt, generation.UpdatedAt,
        generation.Attempt?.Account, generation.Attempt?.ProviderTaskId, generation.Tries, generation.Waiting?.Reason);

    private static PriceAuditRow ToRow(AuditedPrice price) => new(
        price.ModelId, price.VariantId, price.Mode, price.Cases, string.Join(", ", price.Settings.Select(one => $"{one.Key} {one.Value}")), price.Credits, price.Usd, price.UpstreamCredits, price.UpstreamUsd, price.MarginUsd, price.IsGuess)
    {
        Settings = price.Settings,
    };
}
