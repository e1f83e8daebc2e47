using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Health;
using Kinora.Server.Auth;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;

namespace Kinora.Server.Endpoints;

/// <summary>Probes of models, for administrators.</summary>
internal static class ProbeEndpoints
{
    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/admin/probes").WithTags("Administration").ProducesProblems(400, 401, 403).RequireAuthorization(AdminPolicy.Name);
        group.MapPost("", ProbeAsync).WithName("probeModels")
            .WithSummary("Ask providers now, at no cost, whether their models are there; answers when all have answered, within the budgets of their accounts")
            .ProducesProblems(402, 415, 503);
        group.MapGet("", ListAsync).WithName("listVerdicts").WithSummary("List what was last seen of models at providers, newest first");
    }

    private static async Task<Results<Ok<VerdictPage>, ProblemResult>> ProbeAsync(
        ProbeRequest request, ClaimsPrincipal caller, ModelCatalog catalog, Prober prober, TestRenders renders, CancellationToken cancellationToken)
    {
        if (request.Model is { } name && catalog.Find(name) is null) return Unknown(catalog, name);
        if (request.Render) return await RenderAsync(request, caller.Requester, catalog, renders, cancellationToken);
        var routes = prober.Routes(request.Model is { } id ? catalog.Find(id) : null, request.Model is { } pinned ? catalog.FindVariant(pinned) : null);
        var verdicts = await prober.ProbeAsync(routes.Where(route => request.Account is null || route.Account == request.Account), cancellationToken);
        return TypedResults.Ok(new VerdictPage([.. verdicts.Select(verdict => verdict.ToResponse())]));
    }

    private static async Task<Results<Ok<VerdictPage>, ProblemResult>> RenderAsync(
        ProbeRequest request, Requester by, ModelCatalog catalog, TestRenders renders, CancellationToken cancellationToken)
    {
        if (request.Account is not null) return ProblemResult.Invalid(new FieldProblem("account", "A real video goes its usual route; name no account.", request.Account, null));
        if (request.Model is not { } name) return ProblemResult.Invalid(new FieldProblem("model", "A real video needs a model.", null, null));
        return await renders.AskAsync(by, catalog.Find(name)!, cancellationToken) switch
        {
            AcceptResult.Accepted accepted => TypedResults.Ok(new VerdictPage([]) { Generation = accepted.Items[0].Generation.Id }),
            null => ProblemResult.Invalid(new FieldProblem("model", "This model makes nothing of words alone; ask for a video of it yourself.", name, null)),
            var refused => Acceptance.Refusal(refused),
        };
    }

    private static async Task<Results<Ok<VerdictPage>, ProblemResult>> ListAsync(
        [Range(1, PageQuery.MaxLimit), Description("How many, 1 to 100; 24 when left out")] int? limit,
        [Description("Only this model's, by its id, an alias or KIE.ai's own id")] string? model,
        ModelCatalog catalog, Prober prober, CancellationToken cancellationToken)
    {
        var page = new PageQuery { Limit = limit };
        if (page.Fault() is { } fault) return ProblemResult.Invalid(fault);
        if (model is not null && catalog.Find(model) is null) return Unknown(catalog, model);
        var routes = model is null ? null : prober.Routes(catalog.Find(model), catalog.FindVariant(model));
        var verdicts = await prober.VerdictsAsync(routes, page.Size, cancellationToken);
        return TypedResults.Ok(new VerdictPage([.. verdicts.Select(verdict => verdict.ToResponse())]));
    }

    private static ProblemResult Unknown(ModelCatalog catalog, string name) => new[] { catalog.Unknown(name) }.ToProblem();
}
