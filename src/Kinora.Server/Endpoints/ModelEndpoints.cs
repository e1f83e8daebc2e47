using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Kinora.Server.Endpoints;

internal static class ModelEndpoints
{
    private const string SchemaSuffix = "/schema", SchemaType = "application/schema+json";

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/api/models").WithTags("Models").RequireAuthorization().ProducesProblems(401);
        group.MapGet("", List).WithName("listModels").WithSummary("List the models, with all that is needed to draw their forms and to price them")
            .Produces<ModelPage>().Produces(304).ProducesProblems(400);
        group.MapGet("/{id}", One).WithName("getModel").WithSummary("Read one model")
            .Produces<ModelResponse>().Produces(304).ProducesProblems(404);
        group.MapGet("/{id}" + SchemaSuffix, Schema).WithName("getModelSchema").WithSummary("Read the JSON Schema (draft 2020-12) of one model's request form")
            .Produces<JsonObject>(200, SchemaType).Produces(304).ProducesProblems(404);
        // KIE.ai's ids have slashes, which not every client encodes.
        group.MapGet("/{**path}", Slashed).ExcludeFromDescription();
    }

    private static IResult List([AsParameters] ModelQuery query, ModelCatalog catalog, ModelAnswers answers, HttpContext context)
    {
        if (ModelQuery.Faults(context.Request.Query) is { Count: > 0 } faults) return ProblemResult.Invalid(faults);
        var language = Languages.Of(query.Language, context.Request);
        return Send(context, answers.List(catalog.Models.Where(model => !model.Hidden && query.Takes(model)), query.OnlyWorking, language), language);
    }

    private static IResult One(
        string id, [FromQuery(Name = "lang"), AllowedValues("en", "ru"), Description(Languages.Choice)] string? named,
        ModelCatalog catalog, ModelAnswers answers, HttpContext context)
    {
        if (catalog.Find(Whole(id)) is not { } model) return NotFound(catalog, Whole(id));
        var language = Languages.Of(named, context.Request);
        return Send(context, answers.One(model, language), language);
    }

    private static IResult Schema(string id, ModelCatalog catalog, ModelAnswers answers, HttpContext context) => catalog.Find(Whole(id)) is { } model
        ? Send(context, answers.Schema(model, catalog.FindVariant(Whole(id))), Languages.English, SchemaType)
        : NotFound(catalog, Whole(id));

    private static IResult Slashed(
        string path, [FromQuery(Name = "lang")] string? named, ModelCatalog catalog, ModelAnswers answers, HttpContext context) =>
        path.EndsWith(SchemaSuffix, StringComparison.Ordinal)
            ? Schema(path[..^SchemaSuffix.Length], catalog, answers, context)
            : One(path, named, catalog, answers, context);

    // The one escape that the framework leaves in a path.
    private static string Whole(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static ProblemResult NotFound(ModelCatalog catalog, string id) => new[] { catalog.Unknown(id) with { Field = "id" } }.ToProblem(404);

    private static IResult Send(HttpContext context, TaggedJson answer, string language, string type = "application/json")
    {
        context.Response.Headers.CacheControl = "private, no-cache";
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
        context.Response.Headers.ContentLanguage = language;
        // Weak: compressed or not, it is the same.
        return TypedResults.Bytes(answer.Json, type, entityTag: new EntityTagHeaderValue(answer.Tag, isWeak: true));
    }
}
