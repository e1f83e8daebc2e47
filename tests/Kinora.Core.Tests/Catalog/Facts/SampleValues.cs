using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Values that a documented field takes, and values just beyond what it takes. Reads the field's plain JSON.</summary>
internal static class SampleValues
{
    private const int Plenty = 3;

    // Tried in turn where a field wants a pattern.
    private static readonly string[] Texts = ["x", "xxx", "1,2", "https://media.example/a.png", "https://sora.chatgpt.com/p/a"];

    /// <summary>The smallest that says anything.</summary>
    public static JsonNode Smallest(JsonElement parameter)
    {
        var smallest = Some(parameter, largest: false);
        return parameter.TryGetProperty("unset", out var unset) && JsonNode.DeepEquals(unset.Node(), smallest) ? Largest(parameter) : smallest;
    }

    public static JsonNode Largest(JsonElement parameter) => Some(parameter, largest: true);

    /// <summary>Every value of an enum, both values of a switch, both ends of a range; else the smallest and the largest.</summary>
    public static IReadOnlyList<JsonNode> Accepted(JsonElement parameter) => parameter.TryGetProperty("enum", out var any)
        ? [.. any.EnumerateArray().Select(RawJson.Node)]
        : [Smallest(parameter), Largest(parameter), .. parameter.List("extra").Select(RawJson.Node)];

    /// <summary>The neighbours that are refused: beside an enum, below and above a range, too short, too long, too few, too many.</summary>
    public static IEnumerable<JsonNode> Refused(JsonElement parameter)
    {
        if (parameter.TryGetProperty("enum", out var any)) return OutsideEnum([.. any.EnumerateArray()]).Where(one => !IsAllowed(parameter, one));
        return parameter.Text("type") switch
        {
            "string" => WrongTexts(parameter),
            "array" => WrongLists(parameter),
            "boolean" => [JsonValue.Create("yes")],
            _ => WrongNumbers(parameter).Where(one => !IsAllowed(parameter, one)),
        };
    }

    /// <summary>A list of so many items, each with no more than it must have.</summary>
    public static JsonArray Items(JsonElement parameter, int count) =>
        [.. Enumerable.Range(0, count).Select(index => Item(parameter, index, largest: false))];

    private static JsonNode Some(JsonElement parameter, bool largest)
    {
        if (parameter.TryGetProperty("enum", out var any)) return any[largest ? any.GetArrayLength() - 1 : 0].Node();
        var (least, most) = (parameter.Number("min"), parameter.Number("max"));
        return parameter.Text("type") switch
        {
            "string" => JsonValue.Create(Text(parameter, largest)),
            "boolean" => JsonValue.Create(largest),
            "array" => List(parameter, largest),
            "integer" => JsonValue.Create((long)(largest ? most ?? (least ?? 1) + 1000 : least ?? Math.Min(1, most ?? 1))),
            _ => JsonValue.Create(largest ? most ?? (least ?? 1) + 10 : least ?? Math.Min(1, most ?? 1)),
        };
    }

    private static string Text(JsonElement parameter, bool largest)
    {
        // A number that the provider wants as a text.
        if (parameter.TryGetProperty("role", out var role) && role.ValueEquals("duration"))
            return $"{(largest ? parameter.Number("max") ?? 10 : parameter.Number("min") ?? 5)}";
        var fitting = Texts.First(text => Fits(parameter, text) && text.Length >= (parameter.Whole("minLength") ?? 1));
        return largest && parameter.Whole("maxLength") is { } most ? fitting.PadRight(most, 'x') : fitting;
    }

    private static JsonArray List(JsonElement parameter, bool largest) => largest
        ? [.. Enumerable.Range(0, parameter.Whole("maxItems") ?? Plenty).Select(index => Item(parameter, index, largest))]
        : Items(parameter, Math.Max(1, parameter.Whole("minItems") ?? 1));

    // Names that must differ do.
    private static JsonNode Item(JsonElement parameter, int index, bool largest)
    {
        if (!parameter.TryGetProperty("items", out var fields)) return JsonValue.Create("https://media.example/" + index);
        var item = new JsonObject();
        foreach (var field in fields.EnumerateArray().Where(one => largest || one.Flag("required")))
        {
            var (name, value) = (field.Name(), Some(field, largest && field.Text("type") is "string"));
            item[name] = name.EndsWith("name", StringComparison.Ordinal) ? JsonValue.Create("n" + index) : value;
        }

        return item;
    }

    private static IEnumerable<JsonNode> OutsideEnum(JsonElement[] any)
    {
        if (any[0].ValueKind is JsonValueKind.Number)
            return [JsonValue.Create(any.Max(one => one.GetDecimal()) + 1), JsonValue.Create(any.Min(one => one.GetDecimal()) - 1)];
        if (any[0].ValueKind is not JsonValueKind.String) return [JsonValue.Create("yes")];
        var letters = any.Select(one => one.GetString()!).FirstOrDefault(one => one.Any(char.IsAsciiLetter));
        var numbers = any.Select(one => decimal.TryParse(one.GetString(), out var number) ? number : (decimal?)null).ToArray();
        string[] beside = numbers.All(one => one is not null) ? [$"{numbers.Max() + 1}", $"{numbers.Min() - 1}"] : ["no-such-value"];
        if (letters is not null) beside = [.. beside, letters.Any(char.IsAsciiLetterLower) ? letters.ToUpperInvariant() : letters.ToLowerInvariant()];
        return beside.Select(one => (JsonNode)JsonValue.Create(one));
    }

    private static IEnumerable<JsonNode> WrongTexts(JsonElement parameter)
    {
        if (parameter.Whole("maxLength") is { } most) yield return JsonValue.Create(Text(parameter, largest: true) + "x");
        if (parameter.Whole("minLength") is > 1 and var least) yield return JsonValue.Create(new string('x', least - 1));
        if (parameter.Has("pattern")) yield return JsonValue.Create(" ");
        if (parameter.Number("min") is { } lowest) yield return JsonValue.Create($"{lowest - 1}");
        if (parameter.Number("max") is { } highest) yield return JsonValue.Create($"{highest + 1}");
        yield return new JsonArray("x");
    }

    private static IEnumerable<JsonNode> WrongNumbers(JsonElement parameter)
    {
        var isWhole = parameter.Text("type") is "integer";
        var step = isWhole ? 1 : 0.01m;
        if (parameter.Number("min") is { } least) yield return JsonValue.Create(least - step);
        if (parameter.Number("max") is { } most) yield return JsonValue.Create(most + step);
        if (isWhole) yield return JsonValue.Create((parameter.Number("min") ?? 1) + 0.5m);
        yield return JsonValue.Create("soon");
    }

    private static IEnumerable<JsonNode> WrongLists(JsonElement parameter)
    {
        if (parameter.Whole("maxItems") is { } most)
            yield return Items(parameter, most + 1);
        if (parameter.Whole("minItems") is > 1 and var least)
            yield return Items(parameter, least - 1);
        yield return new JsonArray(7);
        foreach (var field in parameter.List("items"))
        {
            foreach (var wrong in Refused(field)) yield return new JsonArray(With(Item(parameter, 0, largest: false), field, wrong));
            if (field.Flag("required")) yield return new JsonArray(With(Item(parameter, 0, largest: false), field, null));
        }
    }

    private static JsonObject With(JsonNode item, JsonElement field, JsonNode? value)
    {
        var changed = item.AsObject();
        changed[field.Name()] = value;
        return changed;
    }

    private static bool IsAllowed(JsonElement parameter, JsonNode value) =>
        parameter.List("enum").Concat(parameter.List("extra")).Concat(parameter.TryGetProperty("unset", out var unset) ? [unset] : [])
            .Any(one => JsonNode.DeepEquals(one.Node(), value));

    private static bool Fits(JsonElement parameter, string text) =>
        !parameter.TryGetProperty("pattern", out var pattern)
        || Regex.IsMatch(text, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1));
}
