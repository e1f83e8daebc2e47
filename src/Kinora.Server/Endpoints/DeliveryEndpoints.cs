using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinora.Server.Endpoints;

/// <summary>What is posted to callers, for administrators.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/deliveries").WithTags("Administration").ProducesProblems(401, 403).RequireAuthorization(AdminPolicy.Name);
        group.MapGet("", ListAsync).WithName("listDeliveries").WithSummary("What is posted to callers and what they answered, newest first").ProducesProblems(400);
        group.MapPost("/{generation}/{number}/retry", RetryAsync).WithName("retryDelivery")
            .WithSummary("Post it once more at once, and go on as with a new one if that fails").ProducesProblems(404);
    }

    private static async Task<Results<Ok<DeliveryPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page,
        [AllowedValues("waiting", "ended"), Description("waiting: those that will be tried again; ended: those that were taken or given up")] string? state,
        DeliveryStore deliveries, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!TryRead(page.Cursor, out var after)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        if (state is not (null or "waiting" or "ended"))
            return ProblemResult.Invalid(new FieldProblem("state", "state must be waiting or ended.", state, ["waiting", "ended"]));
        var found = await deliveries.ListAsync(after, state is null ? null : state is "waiting", page.Size + 1, cancellationToken);
        var next = found.Count > page.Size ? found[page.Size - 1] : null;
        return TypedResults.Ok(new DeliveryPage(
            [.. found.Take(page.Size).Select(ToResponse)], next is null ? null : string.Create(CultureInfo.InvariantCulture, $"{next.GenerationId}.{next.Number}")));
    }

    private static async Task<Results<NoContent, ProblemResult>> RetryAsync(string generation, string number, DeliveryStore deliveries, CancellationToken cancellationToken) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && await deliveries.RetryAsync(generation, version, cancellationToken)
            ? TypedResults.NoContent()
            : ProblemResult.NotFound("There is no such delivery.");

    private static bool TryRead(string? cursor, out (string GenerationId, long Number)? after)
    {
        after = null;
        if (cursor is null) return true;
        if (cursor.Split('.') is not [var id, var text] || !Cursors.IsGenerationId(id) || !Cursors.TryReadNumber(text, out var number)) return false;
        after = (id, number ?? 0);
        return true;
    }

    private static DeliveryResponse ToResponse(DeliveryRecord record) =>
        new(record.GenerationId, record.Number, record.Surface, record.Url, record.CreatedAt, record.DueAt, record.Tries, record.Answer);
}
