using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Diagnostics;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

internal static class DiagnosticEndpoints
{
    private const string Path = "/api/admin/diagnostics", Markdown = "text/markdown";

    public static void MapDiagnostics(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Path).WithTags("Administration").ProducesProblems(401, 403).RequireAuthorization(AdminPolicy.Name);
        group.MapGet("", FindAsync).WithName("getDiagnostics").WithSummary("Read the newest report of what works, and how far the one in the making is")
            .Produces<string>(200, Markdown).Produces<DiagnosticsResponse>().ProducesProblems(400, 404);
        group.MapPost("", BeginAsync).WithName("runDiagnostics")
            .WithSummary("Have a report made of what works: it looks at the accounts and asks for every model, at no cost")
            .ProducesProblems(409);
    }

    private static async Task<IResult> FindAsync(
        [AllowedValues("json", "markdown"), Description("markdown is the report alone")] string? format,
        DiagnosticRuns runs, DiagnosticStore store, CancellationToken cancellationToken)
    {
        if (format is not (null or "json" or "markdown"))
            return ProblemResult.Invalid(new FieldProblem("format", "format must be json or markdown.", format, ["json", "markdown"]));
        // In this order: one that is told to be done must be the report beside it.
        var run = runs.Current?.ToResponse();
        var report = await store.LatestAsync(cancellationToken);
        if (format is not "markdown") return TypedResults.Ok(new DiagnosticsResponse(run, report?.ToResponse()));
        return report is null
            ? ProblemResult.NotFound($"There is no report yet. POST {Path} has one made.")
            : TypedResults.Text(DiagnosticMarkdown.Of(report), Markdown);
    }

    private static async Task<Results<Accepted<DiagnosticRunResponse>, ProblemResult>> BeginAsync(DiagnosticRuns runs, CancellationToken cancellationToken) =>
        await runs.BeginAsync(isScheduled: false, cancellationToken) is { } run
            ? TypedResults.Accepted(Path, run.ToResponse())
            : ProblemResult.Of(409, ProblemCodes.Conflict, "Another server on the same database is making a report, or has just made one. It is here when it is done.");
}
