using System.ComponentModel;
using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

internal static class CallbackLogEndpoints
{
    public static void MapCallbackLog(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/admin/callbacks", ListAsync).WithTags("Administration").WithName("listCallbacks")
            .WithSummary("List what providers called back and what came of it, newest first")
            .ProducesProblems(400, 401, 403).RequireAuthorization(AdminPolicy.Name);

    private static async Task<Results<Ok<CallbackPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page, [Description("Only what claims to be about this generation")] string? generation,
        CallbackLog log, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.TryReadNumber(page.Cursor, out var before)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        var entries = await log.ListAsync(generation, before, page.Size + 1, cancellationToken);
        return TypedResults.Ok(entries.ToPage(page.Size));
    }
}
