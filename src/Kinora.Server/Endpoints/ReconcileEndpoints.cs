using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Credits;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

internal static class ReconcileEndpoints
{
    private const string Csv = "text/csv";
    private static readonly TimeSpan UsualSpan = TimeSpan.FromDays(30);

    public static void MapReconcile(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/reconcile", ReconcileAsync).WithTags("Administration").WithName("reconcile")
            .WithSummary("Compare what the provider says it charged with what was expected and captured, mismatches first, and check the ledger")
            .Produces<string>(200, Csv).Produces<ReconcileResponse>().ProducesProblems(400, 401, 403).RequireAuthorization(AdminPolicy.Name);

    private static async Task<IResult> ReconcileAsync(
        [Description("Accepted from this time on; 30 days before `to` when left out")] string? from,
        [Description("Accepted before this time; now when left out")] string? to,
        [AllowedValues("json", "csv"), Description("csv has a line for every ended generation, and no totals")] string? format,
        [Range(1, 1000), Description("Rows in the JSON answer, 1 to 1000; 100 when left out")] int? limit,
        Reconciler reconciler, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!Times.TryRead(to, time.GetUtcNow(), out var end)) return ProblemResult.Invalid(Times.Fault("to", to));
        if (!Times.TryRead(from, end - UsualSpan, out var start) || start > end) return ProblemResult.Invalid(Times.Fault("from", from));
        if (format is not (null or "json" or "csv")) return ProblemResult.Invalid(new FieldProblem("format", "format must be json or csv.", format, ["json", "csv"]));
        if (limit is < 1 or > 1000) return ProblemResult.Invalid(new FieldProblem("limit", "limit must be a whole number from 1 to 1000.", limit, ["1 to 1000"]));
        if (format is not "csv")
            return TypedResults.Ok((await reconciler.ReportAsync(start, end, limit ?? 100, cancellationToken)).ToResponse(start, end));
        response.ContentType = Csv;
        response.Headers.ContentDisposition = "attachment; filename=kinora-reconcile.csv";
        await response.WriteAsync(ReconcileMapping.CsvHead, cancellationToken);
        await foreach (var row in reconciler.RowsAsync(start, end, cancellationToken)) await response.WriteAsync(row.ToCsv(), cancellationToken);
        return TypedResults.Empty;
    }
}
