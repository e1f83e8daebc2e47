using Kinora.Core.Catalog;
using Kinora.Server.Wire;

namespace Kinora.Server.OpenAi;

/// <summary>The models of the catalog, as OpenAI lists its own.</summary>
internal static class ModelListing
{
    /// <summary>Those that make videos and can be used, in the catalog's order.</summary>
    public static IResult List(ModelCatalog catalog) => TypedResults.Json(
        new ModelList([.. catalog.Models.Where(model => !model.Hidden && model.IsAvailable).Select(model => Entry(model.Id, model))]), OpenAiWire.Json.ModelList);

    /// <summary>One, by any name that a request may use.</summary>
    public static IResult One(string id, ModelCatalog catalog)
    {
        // The one escape that the framework leaves in a path.
        var name = id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
        return catalog.Find(name) is { } model
            ? TypedResults.Json(Entry(name, model), OpenAiWire.Json.ModelEntry)
            : new[] { catalog.Unknown(name) }.ToProblem(404);
    }

    private static ModelEntry Entry(string id, ModelDefinition model) => new(id, 0, model.Vendor);
}
