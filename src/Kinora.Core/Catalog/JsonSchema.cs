using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>
/// Checks JSON against a JSON Schema of the few keywords that the catalog's schema uses; any other keyword is an error of the schema.
/// </summary>
internal sealed class JsonSchema
{
    private readonly JsonElement _root;
    private readonly Dictionary<string, SchemaNode> _definitions = [];
    private readonly SchemaNode _node;

    /// <exception cref="JsonException">The schema uses a keyword or a reference that is not known here.</exception>
    public JsonSchema(JsonElement root)
    {
        _root = root;
        if (root.TryGetProperty("$defs", out var definitions))
            foreach (var one in definitions.EnumerateObject()) Definition(one.Name);
        _node = new(root, "$", Definition);
    }

    /// <summary>Tells every place at which the value differs: its JSON path and what was expected there.</summary>
    /// <param name="definition">One of the schema's definitions, for a file of that shape; the whole schema when null.</param>
    public void Check(JsonElement value, Action<string, string> fault, string? definition = null) =>
        (definition is null ? _node : Definition(definition)).Check(value, new SchemaTrail(fault));

    // Definitions may refer to each other in a ring, so each is known before it is read.
    private SchemaNode Definition(string name)
    {
        if (_definitions.TryGetValue(name, out var known)) return known;
        if (!_root.TryGetProperty("$defs", out var definitions) || !definitions.TryGetProperty(name, out var definition))
            throw new JsonException($"The schema refers to {name}, which it does not have.");
        var node = _definitions[name] = new();
        node.Read(definition, $"$.$defs.{name}", Definition);
        return node;
    }
}
