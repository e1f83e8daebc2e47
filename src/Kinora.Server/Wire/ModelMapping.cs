using Kinora.Client;
using Kinora.Core.Catalog;

namespace Kinora.Server.Wire;

/// <summary>Models, from the catalog to the wire.</summary>
internal static class ModelMapping
{
    public static ModelResponse ToResponse(this ModelDefinition model, ModelCatalog catalog) => new()
    {
        Id = model.Id,
        Name = model.Name,
        Vendor = model.Vendor,
        Family = model.Family,
        Summary = model.Summary,
        Badge = model.Badge,
        Gradient = model.Gradient,
        Aliases = model.Aliases,
        Sound = "never",
        TypicalSeconds = model.TypicalSeconds,
        Available = true,
        FromCredits = 0,
        Modes = [],
    };
}
