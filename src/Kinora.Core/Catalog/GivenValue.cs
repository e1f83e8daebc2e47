using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>Bounds what a fault repeats of a request.</summary>
internal static class GivenValue
{
    public const int Longest = 200;

    public static string Shorten(string text) => text.Length <= Longest ? text : text[..(Longest - 1)] + "…";

    /// <summary>A number, a switch or a short text as it is; anything else as the beginning of its JSON.</summary>
    public static JsonNode? Of(JsonNode? value) => value switch
    {
        null => null,
        JsonValue scalar when ScalarText.Of(scalar) is { Length: <= Longest } => scalar.DeepClone(),
        JsonValue scalar when ScalarText.Of(scalar) is { } text => JsonValue.Create(Shorten(text)),
        _ => JsonValue.Create(Shorten(value.ToJsonString())),
    };
}
