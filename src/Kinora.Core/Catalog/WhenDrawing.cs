using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>Says conditions in the form's own words and JSON types, as far as a mode leaves them open.</summary>
internal static class WhenDrawing
{
    /// <returns>Null when no request in this mode fulfils it. What only the bill knows is left out.</returns>
    public static IReadOnlyDictionary<string, JsonNode?>? Of(Condition condition, ModeShape mode)
    {
        var drawn = new Dictionary<string, JsonNode?>();
        foreach (var term in condition.Terms)
        {
            if (term.Key.StartsWith(PriceTable.LabelPrefix)) continue;
            if (Decided(term, mode) is { } holds)
            {
                if (!holds) return null;
                continue;
            }

            drawn[term.Key] = Of(term, mode.Find(term.Key)?.Parameter);
        }

        return drawn;
    }

    /// <summary>A setting's value in its JSON type.</summary>
    public static JsonNode Value(Parameter? parameter, string text) =>
        parameter is null ? JsonValue.Create(text) : FormRole.ToJson(FormDrawing.TypeOf(parameter), text);

    // Null when it depends on the request.
    private static bool? Decided(Condition.Term term, ModeShape mode)
    {
        if (term.Key is Condition.Mode) return term.Any!.Contains(mode.Name);
        if (MediaRole.Find(term.Key) is { } role) return mode.Slot(role) is not { } slot ? !term.Given : slot.Required ? term.Given : null;
        return PriceTable.IsHidden(term.Key) || mode.Find(term.Key) is { IsWithdrawn: false } ? null : !term.Given;
    }

    private static JsonNode? Of(Condition.Term term, Parameter? parameter)
    {
        if (!term.Given) return null;
        if (term.Any is not { } any || MediaRole.Find(term.Key) is not null || parameter?.Entry.Type is WireType.Array) return new JsonObject { ["given"] = true };
        return any.Length == 1 ? Value(parameter, any[0]) : new JsonArray([.. any.Select(one => Value(parameter, one))]);
    }
}
