namespace Kinora.Core.Catalog;

/// <summary>Makes the list of controls of a mode, for clients to draw.</summary>
internal static class FormDrawing
{
    public static IReadOnlyList<FormControl> Controls(VariantShape variant, ModeShape mode) =>
        [.. variant.Parameters.SelectMany(parameter => Of(parameter, mode))];

    private static IEnumerable<FormControl> Of(Parameter parameter, ModeShape mode)
    {
        if (parameter.Role is { } role) return mode.Find(parameter.Key) is { IsWithdrawn: false } setting ? [Of(setting, role)] : [];
        return mode.Media.Where(slot => slot.Into == parameter).Select(Of);
    }

    private static FormControl Of(Setting setting, FormRole role)
    {
        var entry = setting.Parameter.Entry;
        return new()
        {
            Role = role.Name,
            Type = role.Type switch
            {
                FormType.Boolean => "boolean",
                _ when setting.Choices is not null => "choice",
                FormType.Integer => "integer",
                _ => "text",
            },
            Required = setting.Required && setting.Default is null,
            Default = setting.Default is { } value ? role.ToJson(value) : null,
            Choices = setting.Choices?.Select(role.ToJson).ToArray(),
            Min = entry.Min, Max = entry.Max, MaxLength = entry.MaxLength, Description = entry.Description,
        };
    }

    private static FormControl Of(MediaSlot slot) => new()
    {
        Role = slot.Role.Name,
        Type = slot.Role.Many ? "images" : "image",
        Required = slot.Required,
        MinItems = slot.Role.Many ? slot.Min : null,
        MaxItems = slot.Role.Many ? slot.Max : null,
        ContentTypes = slot.Into.Entry.ContentTypes, MaxMegabytes = slot.Into.Entry.MaxMegabytes, Description = slot.Into.Entry.Description,
    };
}
