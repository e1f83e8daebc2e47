using System.Globalization;
using System.Text.Json;

namespace KieAi;

/// <summary>Reads single fields of foreign JSON. Not valid UTF-16 in a text makes the framework throw <see cref="InvalidOperationException"/>.</summary>
internal static class KieJson
{
    private const int LongestTaskId = 256;

    public static JsonElement? Field(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null
            ? field
            : null;

    /// <summary>A string, or the raw JSON of anything else.</summary>
    public static string? Text(JsonElement parent, string name) => Field(parent, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };

    /// <summary>The same; null where it is empty or no Unicode.</summary>
    public static string? Readable(JsonElement parent, string name)
    {
        try
        {
            return Text(parent, name) is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A whole number, also when it is written as a string.</summary>
    public static int? Int(JsonElement parent, string name) =>
        int.TryParse(Text(parent, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A number, also when it is written as a string.</summary>
    public static decimal? Decimal(JsonElement parent, string name) =>
        decimal.TryParse(Text(parent, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary><c>msg</c>, or <c>message</c> as older answers have it.</summary>
    public static string? Message(JsonElement envelope) => Text(envelope, "msg") ?? Text(envelope, "message");

    /// <summary>The task id in whichever of its four places it stands.</summary>
    public static string? TaskId(JsonElement envelope)
    {
        var data = Field(envelope, "data") ?? default;
        return Id(data, "taskId") ?? Id(data, "task_id") ?? Id(envelope, "taskId") ?? Id(envelope, "task_id");
    }

    private static string? Id(JsonElement parent, string name)
    {
        if (Field(parent, name) is not { ValueKind: JsonValueKind.String or JsonValueKind.Number }) return null;
        var id = Text(parent, name)!;
        return id.Length is > 0 and <= LongestTaskId && !id.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) ? id : null;
    }
}
