using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Kinora.Client;
using Kinora.Core.Storage;
using Kinora.Core.Webhooks;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>What is posted to callers, for administrators.</summary>
internal static class DeliveryEndpoints
{
    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/deliveries").WithTags("Administration").ProducesProblems(401, 403).RequireAuthorization(AdminPolicy.Name);
        group.MapGet("", ListAsync).WithName("listDeliveries").WithSummary("What is posted to callers and what they answered, newest first").ProducesProblems(400);
        group.MapPost("/{generation}/{number}/retry", RetryAsync).WithName("retryDelivery")
            .WithSummary("Post what tells of this change once more at once, and go on as with a new one if that fails").ProducesProblems(404);
    }

    private static async Task<Results<Ok<DeliveryPage>, ProblemResult>> ListAsync(
        [AsParameters] PageQuery page,
        [AllowedValues("waiting", "ended"), Description("waiting: those that will be tried again; ended: those that were taken or given up")] string? state,
        DeliveryLog deliveries, CancellationToken cancellationToken)
    {
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (!Cursors.IsDeliveryId(page.Cursor)) return ProblemResult.Invalid(Cursors.Fault(page.Cursor));
        if (state is not (null or "waiting" or "ended"))
            return ProblemResult.Invalid(new FieldProblem("state", "state must be waiting or ended.", state, ["waiting", "ended"]));
        var found = await deliveries.ListAsync(page.Cursor, state is null ? null : state is "waiting", page.Size + 1, cancellationToken);
        return TypedResults.Ok(new DeliveryPage([.. found.Take(page.Size).Select(ToResponse)], found.Count > page.Size ? found[page.Size - 1].Id : null));
    }

    private static async Task<Results<NoContent, ProblemResult>> RetryAsync(string generation, string number, DeliveryLog deliveries, CancellationToken cancellationToken) =>
        long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && await deliveries.RetryAsync(generation, version, cancellationToken)
            ? TypedResults.NoContent()
            : ProblemResult.NotFound("There is no such delivery, or its endpoint is not enabled.");

    private static DeliveryResponse ToResponse(Delivery delivery) => new(
        delivery.Id, delivery.GenerationId!, delivery.Number, delivery.Surface, delivery.Url, delivery.CreatedAt, delivery.DueAt, delivery.Tries, delivery.Answer, delivery.Type);
}
