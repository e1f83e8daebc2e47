using Kinora.Client;
using Kinora.Core.Catalog;

namespace Kinora.Server.Wire;

/// <summary>Models, from the catalog to the wire.</summary>
internal static class ModelMapping
{
    public static ModelResponse ToResponse(this ModelDefinition model) => new()
    {
        Id = model.Id,
        Name = model.Name,
        Vendor = model.Vendor,
        Family = model.Family,
        Summary = model.Summary,
        Badge = model.Badge,
        Gradient = model.Gradient,
        Aliases = model.Aliases,
        Sound = model.Sound,
        TypicalSeconds = model.TypicalSeconds,
        Available = model.IsAvailable,
        UnavailableReason = model.UnavailableReason,
        FromCredits = model.FromCredits,
        Modes = [.. model.Modes.Select(mode => new ModelMode(mode.Mode, mode.Variant, [.. mode.Controls.Select(ToResponse)]))],
    };

    private static ModelControl ToResponse(FormControl control) => new()
    {
        Role = control.Role,
        Type = control.Type,
        Required = control.Required,
        Default = control.Default,
        Choices = control.Choices,
        Min = control.Min,
        Max = control.Max,
        MaxLength = control.MaxLength,
        MinItems = control.MinItems,
        MaxItems = control.MaxItems,
        ContentTypes = control.ContentTypes,
        MaxMegabytes = control.MaxMegabytes,
        Description = control.Description,
    };
}
