using System.Text.Json.Nodes;

namespace Kinora.Core.Assets;

/// <summary>Exchanges the names of media in a provider's input for others.</summary>
internal static class WireMedia
{
    /// <summary>A copy in which each text that is a key of <paramref name="exchange"/> is its value.</summary>
    public static JsonObject Exchange(JsonObject input, IReadOnlyDictionary<string, string> exchange) =>
        new(input.Select(field => KeyValuePair.Create(field.Key, Exchange(field.Value, exchange))));

    private static JsonNode? Exchange(JsonNode? node, IReadOnlyDictionary<string, string> exchange) => node switch
    {
        JsonArray items => new JsonArray([.. items.Select(item => Exchange(item, exchange))]),
        JsonObject fields => Exchange(fields, exchange),
        JsonValue value when value.TryGetValue<string>(out var text) && exchange.TryGetValue(text, out var other) => JsonValue.Create(other),
        _ => node?.DeepClone(),
    };
}
