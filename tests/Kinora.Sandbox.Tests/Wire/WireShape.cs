using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests.Wire;

/// <summary>What a JSON text consists of: the path of each value, and of which kind it is.</summary>
internal sealed class WireShape
{
    private readonly Dictionary<string, HashSet<string>> _kinds = [];

    public IEnumerable<string> Paths => _kinds.Keys;

    public static WireShape Of(params IEnumerable<JsonNode?> documents)
    {
        var shape = new WireShape();
        foreach (var document in documents) shape.Add("", document);
        return shape;
    }

    /// <summary>What of another shape is unknown to this one, or of a kind that it does not know there.</summary>
    public IEnumerable<string> Strange(WireShape other) =>
        from one in other._kinds
        let known = _kinds.GetValueOrDefault(one.Key)
        where known is null || !one.Value.IsSubsetOf(known)
        select $"{one.Key}: {string.Join("/", one.Value)} instead of {(known is null ? "nothing" : string.Join("/", known))}";

    // KIE writes JSON into strings; what stands in there is part of the shape. What the caller sent comes back as it was.
    private void Add(string path, JsonNode? node)
    {
        Note(path, node is JsonValue value && value.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? "boolean" : node?.GetValueKind().ToString() ?? "null");
        switch (node)
        {
            case JsonObject fields when !path.EndsWith("openapi", StringComparison.Ordinal):
                foreach (var field in fields) Add($"{path}.{field.Key}", field.Value);
                break;
            case JsonArray items:
                foreach (var item in items) Add(path + "[]", item);
                break;
            case JsonValue text when path.EndsWith(".resultJson", StringComparison.Ordinal) && text.GetValue<string>() is { Length: > 0 } json:
                Add(path + ":", JsonNode.Parse(json));
                break;
        }
    }

    private void Note(string path, string kind)
    {
        if (!_kinds.TryGetValue(path, out var kinds)) _kinds[path] = kinds = [];
        kinds.Add(kind);
    }
}
