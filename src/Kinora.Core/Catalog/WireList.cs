using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>Checks one list of a provider's input against its parameter.</summary>
internal static class WireList
{
    public static WireFault? Check(Parameter parameter, JsonNode? value, bool lenient)
    {
        var entry = parameter.Entry;
        var kind = parameter.Fields.Count > 0 ? JsonValueKind.Object : JsonValueKind.String;
        if (value is not JsonArray items || items.Any(item => item?.GetValueKind() != kind))
            return new(entry.Name, WireFaultKind.WrongType, WireValue.Article(parameter));
        if (items.Count > entry.MaxItems) return new(entry.Name, WireFaultKind.TooMany, $"at most {entry.MaxItems} items");
        if (items.Count < entry.MinItems) return new(entry.Name, WireFaultKind.OutOfRange, $"at least {entry.MinItems} items");
        if (kind is JsonValueKind.String) return null;
        foreach (var (index, item) in items.Index())
        {
            if (CheckItem(parameter, (JsonObject)item!, lenient) is { } fault) return fault with { Field = $"{entry.Name}[{index}].{fault.Field}" };
        }

        return null;
    }

    private static WireFault? CheckItem(Parameter parameter, JsonObject item, bool lenient)
    {
        foreach (var field in parameter.Fields)
        {
            var value = item[field.Name];
            if (WireValue.IsAbsent(value))
            {
                if (field.Entry.Required) return new(field.Name, WireFaultKind.Required, "a value");
            }
            else if (WireValue.Check(field, value, lenient) is { } fault)
            {
                return fault;
            }
        }

        var unknown = lenient ? null : item.Select(field => field.Key).FirstOrDefault(name => parameter.Fields.All(field => field.Name != name));
        return unknown is null ? null
            : new(unknown[..Math.Min(60, unknown.Length)], WireFaultKind.WrongType, "no such field; known are " + Words.Or([.. parameter.Fields.Select(field => field.Name)]));
    }
}
