namespace Kinora.Core.Catalog;

/// <summary>Makes the form of a mode, for clients to draw and to price.</summary>
internal static class FormDrawing
{
    public static ModeForm Form(ModelVariant variant, ModeShape mode) =>
        new(mode.Name, variant.Id, variant.Tier, [.. variant.Shape.Parameters.SelectMany(parameter => Of(parameter, mode))])
        {
            Seconds = variant.Shape.Seconds,
            Rules = RuleDrawing.Rules(mode),
            Prices = PriceDrawing.Prices(variant.Shape.Prices, mode),
        };

    /// <summary>The JSON type of a setting's values in the form.</summary>
    public static FormType TypeOf(Parameter parameter) => parameter.Role?.Type ?? parameter.Entry.Type switch
    {
        WireType.Boolean => FormType.Boolean,
        WireType.Integer => FormType.Integer,
        WireType.Number => FormType.Number,
        _ => FormType.Text,
    };

    private static IEnumerable<FormControl> Of(Parameter parameter, ModeShape mode)
    {
        if (mode.Find(parameter.Key) is { IsWithdrawn: false } setting) return [Of(setting)];
        return mode.Media.Where(slot => slot.Into == parameter).Select(Of);
    }

    private static FormControl Of(Setting setting) =>
        Of(setting.Parameter, setting.Key, setting.Required && setting.Default is null, setting.Default, setting.Choices);

    private static FormControl Of(Parameter parameter, string name, bool required, string? usual, IReadOnlyList<string>? choices)
    {
        var (entry, type) = (parameter.Entry, TypeOf(parameter));
        return new()
        {
            Role = name,
            Type = type switch
            {
                FormType.Boolean => "boolean",
                _ when entry.Type is WireType.Array => "list",
                _ when choices is not null => "choice",
                FormType.Integer => "integer",
                FormType.Number => "number",
                _ => "text",
            },
            Required = required,
            Default = usual is null ? null : FormRole.ToJson(type, usual),
            Choices = choices?.Select(choice => FormRole.ToJson(type, choice)).ToArray(),
            Min = entry.Min, Max = entry.Max, Extra = entry.Extra.Count == 0 ? null : entry.Extra,
            MinLength = entry.MinLength, MaxLength = entry.MaxLength, Pattern = entry.Pattern,
            MinItems = entry.MinItems, MaxItems = entry.MaxItems,
            Items = parameter.Fields.Count == 0 ? null
                : [.. parameter.Fields.Select(field => Of(field, field.Name, field.Entry.Required, field.Default, field.Choices))],
            Clauses = parameter.Clause?.Texts, Description = entry.Description,
        };
    }

    private static FormControl Of(MediaSlot slot)
    {
        var (limits, many) = (slot.Into.Entry, slot.Role.Many);
        return new()
        {
            Role = slot.Role.Name,
            Type = slot.Role.Kind switch
            {
                MediaKind.Picture => many ? "images" : "image",
                MediaKind.Video => many ? "videos" : "video",
                MediaKind.Sound => many ? "audios" : "audio",
                _ => "take",
            },
            Required = slot.Required,
            MinItems = many ? slot.Min : null,
            MaxItems = many && slot.Max < int.MaxValue ? slot.Max : null,
            ContentTypes = limits.ContentTypes?.Select(ContentType.Standard).Distinct().ToArray(), MaxMegabytes = limits.MaxMegabytes,
            MinSeconds = limits.MinSeconds, MaxSeconds = limits.MaxSeconds, MaxTotalSeconds = limits.MaxTotalSeconds,
            MinSide = limits.MinSide, MaxSide = limits.MaxSide, MinPixels = limits.MinPixels, MaxPixels = limits.MaxPixels, MinRatio = limits.MinRatio, MaxRatio = limits.MaxRatio,
            MinFrameRate = limits.MinFrameRate, MaxFrameRate = limits.MaxFrameRate,
            From = slot.From.Count == 0 ? null : slot.From, Description = limits.Description,
        };
    }
}
