namespace Kinora.Core.Catalog;

/// <summary>Makes the list of controls of a mode, for clients to draw.</summary>
internal static class FormDrawing
{
    public static IReadOnlyList<FormControl> Controls(VariantShape variant, ModeShape mode) =>
        [.. variant.Parameters.SelectMany(parameter => Of(parameter, mode))];

    private static IEnumerable<FormControl> Of(Parameter parameter, ModeShape mode)
    {
        if (mode.Find(parameter.Key) is { IsWithdrawn: false } setting) return [Of(setting)];
        return mode.Media.Where(slot => slot.Into == parameter).Select(Of);
    }

    private static FormControl Of(Setting setting)
    {
        var (entry, role) = (setting.Parameter.Entry, setting.Parameter.Role);
        var type = role?.Type ?? entry.Type switch
        {
            WireType.Boolean => FormType.Boolean,
            WireType.Integer => FormType.Integer,
            WireType.Number => FormType.Number,
            _ => FormType.Text,
        };
        return new()
        {
            Role = setting.Key,
            Type = type switch
            {
                FormType.Boolean => "boolean",
                _ when entry.Type is WireType.Array => "list",
                _ when setting.Choices is not null => "choice",
                FormType.Integer => "integer",
                FormType.Number => "number",
                _ => "text",
            },
            Required = setting.Required && setting.Default is null,
            Default = setting.Default is { } value ? FormRole.ToJson(type, value) : null,
            Choices = setting.Choices?.Select(choice => FormRole.ToJson(type, choice)).ToArray(),
            Min = entry.Min, Max = entry.Max, Extra = entry.Extra.Count == 0 ? null : entry.Extra,
            MinLength = entry.MinLength, MaxLength = entry.MaxLength,
            MinItems = entry.MinItems, MaxItems = entry.MaxItems,
            Clauses = setting.Parameter.Clause?.Texts, Description = entry.Description,
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
            MinSide = limits.MinSide, MaxSide = limits.MaxSide, MinRatio = limits.MinRatio, MaxRatio = limits.MaxRatio,
            From = slot.From.Count == 0 ? null : slot.From, Description = limits.Description,
        };
    }
}
