using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>How the request form names and writes the provider's fields, by the catalog's plain JSON.</summary>
internal static class FormWords
{
    private static readonly string[] Whole = ["duration", "seed", "motionStrength"], Fractions = ["cfgScale"];

    /// <summary>The name by which conditions, rules and faults know a field: its role, else <c>parameters.</c> and its name.</summary>
    public static string Key(JsonElement parameter) => parameter.Has("role") ? parameter.Text("role") : "parameters." + parameter.Name();

    /// <summary>The form's word for a value of the provider's.</summary>
    public static JsonNode Word(JsonElement parameter, JsonNode value)
    {
        foreach (var word in parameter.Fields("values"))
        {
            if (JsonNode.DeepEquals(word.Value.Node(), value)) return JsonValue.Create(word.Name);
        }

        return value.DeepClone();
    }

    /// <summary>A word in the JSON type of a field of the form; "5" and 5 are the same to it.</summary>
    public static JsonNode Typed(string role, JsonNode word)
    {
        var text = word.ToString();
        if (Whole.Contains(role) && long.TryParse(text, out var number)) return JsonValue.Create(number);
        if (Fractions.Contains(role) && decimal.TryParse(text, out var fraction)) return JsonValue.Create(fraction);
        return word.GetValueKind() is JsonValueKind.Number ? JsonValue.Create(text) : word.DeepClone();
    }
}
