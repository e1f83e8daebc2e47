using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Health;

namespace Kinora.Server.Wire;

/// <summary>Models, from the catalog to the wire.</summary>
internal static class ModelMapping
{
    /// <param name="language">Of the words for people, by its two letters.</param>
    public static ModelResponse ToResponse(this ModelDefinition model, HealthReading health, string language) => new()
    {
        Id = model.Id,
        Name = model.Name,
        Vendor = model.Vendor,
        Family = model.Family,
        Summary = model.Summary.In(language),
        BestFor = model.BestFor.In(language),
        Badge = model.Badge,
        Gradient = model.Gradient,
        Categories = model.Categories,
        Order = model.Order,
        Hidden = model.Hidden,
        Aliases = [.. model.Aliases, .. model.Variants.SelectMany(variant => variant.Aliases.Prepend(variant.Id))],
        Sound = model.Sound,
        TypicalSeconds = model.TypicalSeconds,
        Available = health.IsTaken,
        UnavailableReason = health.IsTaken ? null : health.Reason?.In(language),
        Health = health.ToResponse(language),
        FromCredits = model.FromCredits,
        Modes = [.. model.Modes.Select(ToResponse)],
    };

    private static ModelMode ToResponse(ModeForm form) => new(
        form.Mode, form.Variant, [.. form.Controls.Select(ToResponse)], [.. form.Rules.Select(ToResponse)], [.. form.Prices.Select(ToResponse)])
    {
        Tier = form.Tier,
        Seconds = form.Seconds,
    };

    private static ModelRule ToResponse(FormRule rule) => new()
    {
        When = rule.When,
        Setting = rule.Setting,
        Allowed = rule.Allowed,
        Required = rule.Required ? true : null,
        AnyOf = rule.AnyOf,
        NotTogether = rule.NotTogether,
        Sum = rule.Sum,
        AtLeast = rule.AtLeast,
        AtMost = rule.AtMost,
        Reason = rule.Reason,
    };

    private static ModelPrice ToResponse(FormPrice price) => new()
    {
        When = price.When,
        Credits = price.Credits,
        Per = price.Per,
        Base = price.Base,
        Every = price.Every,
        Of = price.Of,
        Over = price.Over,
        Extra = price.Extra is { } extra ? new(extra.Credits, extra.Of, extra.Above) : null,
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
        Extra = control.Extra,
        MinLength = control.MinLength,
        MaxLength = control.MaxLength,
        Pattern = control.Pattern,
        MinItems = control.MinItems,
        MaxItems = control.MaxItems,
        Items = control.Items?.Select(ToResponse).ToArray(),
        Clauses = control.Clauses,
        ContentTypes = control.ContentTypes,
        MaxMegabytes = control.MaxMegabytes,
        MinSeconds = control.MinSeconds,
        MaxSeconds = control.MaxSeconds,
        MaxTotalSeconds = control.MaxTotalSeconds,
        MinSide = control.MinSide,
        MaxSide = control.MaxSide,
        MinPixels = control.MinPixels,
        MaxPixels = control.MaxPixels,
        MinRatio = control.MinRatio,
        MaxRatio = control.MaxRatio,
        MinFrameRate = control.MinFrameRate,
        MaxFrameRate = control.MaxFrameRate,
        From = control.From,
        Description = control.Description,
    };
}
