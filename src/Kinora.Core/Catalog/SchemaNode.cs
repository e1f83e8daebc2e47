using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinora.Core.Catalog;

/// <summary>One schema, read once.</summary>
internal sealed class SchemaNode
{
    private const string Reference = "#/$defs/";

    private readonly List<string> _required = [];
    private readonly Dictionary<string, SchemaNode> _properties = [];
    private readonly List<SchemaNode> _anyOf = [];
    private SchemaNode? _target, _items, _additional;
    private bool _isClosed;
    private string _description = "";
    private string[]? _types;
    private JsonElement[]? _enum;
    private Regex? _pattern;
    private bool _isText;
    private double? _minimum;
    private int? _minItems, _maxItems;

    public SchemaNode() { }

    public SchemaNode(JsonElement schema, string path, Func<string, SchemaNode> definition) => Read(schema, path, definition);

    /// <exception cref="JsonException">A keyword or a reference is not known.</exception>
    public void Read(JsonElement schema, string path, Func<string, SchemaNode> definition)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var (value, at) = (keyword.Value, JsonPath.Field(path, keyword.Name));
            switch (keyword.Name)
            {
                case "$schema" or "title" or "$defs": break;
                case "description": _description = value.GetString()!; break;
                case "$ref" when value.GetString()!.StartsWith(Reference): _target = definition(value.GetString()![Reference.Length..]); break;
                case "type": _types = value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Select(one => one.GetString()!)] : [value.GetString()!]; break;
                case "required": _required.AddRange(value.EnumerateArray().Select(one => one.GetString()!)); break;
                case "const": _enum = [value]; break;
                case "enum": _enum = [.. value.EnumerateArray()]; break;
                // The commonest pattern by far: not empty.
                case "pattern" when value.GetString() is "\\S": _isText = true; break;
                case "pattern": _pattern = new(value.GetString()!, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)); break;
                case "minimum": _minimum = value.GetDouble(); break;
                case "minItems": _minItems = value.GetInt32(); break;
                case "maxItems": _maxItems = value.GetInt32(); break;
                case "items": _items = new(value, at, definition); break;
                case "additionalProperties" when value.ValueKind is JsonValueKind.False: _isClosed = true; break;
                case "additionalProperties": _additional = new(value, at, definition); break;
                case "properties":
                    foreach (var one in value.EnumerateObject()) _properties[one.Name] = new(one.Value, JsonPath.Field(at, one.Name), definition);
                    break;
                case "anyOf":
                    foreach (var (index, one) in value.EnumerateArray().Index()) _anyOf.Add(new(one, $"{at}[{index}]", definition));
                    break;
                default: throw new JsonException($"The schema uses {keyword.Name} at {path}, which Kinora does not check.");
            }
        }
    }

    public void Check(JsonElement value, SchemaTrail trail)
    {
        _target?.Check(value, trail);
        if (_types is not null && !Array.Exists(_types, type => IsType(type, value)))
        {
            trail.Fault($"expected {string.Join(" or ", _types)}, found {Shown(value)}");
            return;
        }

        if (_enum is not null && !IsListed(value))
            trail.Fault($"expected {(_enum.Length == 1 ? "" : "one of ")}{string.Join(", ", _enum.Select(Word))}, found {Shown(value)}");
        if (_anyOf.Count > 0 && !_anyOf.Exists(one => one.Fits(value)))
            trail.Fault($"expected {string.Join(" or ", _anyOf.Select(one => one._description))}, found {Shown(value)}");
        switch (value.ValueKind)
        {
            case JsonValueKind.String when (_isText && string.IsNullOrWhiteSpace(value.GetString())) || _pattern?.IsMatch(value.GetString()!) is false:
                trail.Fault($"expected text like {_pattern?.ToString() ?? "\\S"}, found {Shown(value)}"); break;
            case JsonValueKind.Number when _minimum is not null && value.GetDouble() < _minimum:
                trail.Fault($"expected at least {_minimum}, found {Shown(value)}"); break;
            case JsonValueKind.Array: CheckItems(value, trail); break;
            case JsonValueKind.Object: CheckFields(value, trail); break;
        }
    }

    private void CheckItems(JsonElement list, SchemaTrail trail)
    {
        if (_minItems is not null || _maxItems is not null)
        {
            var count = list.GetArrayLength();
            if (count < _minItems) trail.Fault($"expected at least {_minItems} items, found {count}");
            if (count > _maxItems) trail.Fault($"expected at most {_maxItems} items, found {count}");
        }

        if (_items is null) return;
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            trail.Enter(index++);
            _items.Check(item, trail);
            trail.Leave();
        }
    }

    private void CheckFields(JsonElement fields, SchemaTrail trail)
    {
        if (_properties.Count == 0 && _additional is null && !_isClosed && _required.Count == 0) return;
        var found = 0;
        foreach (var field in fields.EnumerateObject())
        {
            var name = field.Name;
            if (_required.Contains(name)) found++;
            trail.Enter(name);
            if ((_properties.GetValueOrDefault(name) ?? _additional) is { } node) node.Check(field.Value, trail);
            else if (_isClosed) trail.Fault($"expected no such field; known are {string.Join(", ", _properties.Keys)}");
            trail.Leave();
        }

        if (found == _required.Count) return;
        foreach (var name in _required)
            if (!fields.TryGetProperty(name, out _)) trail.Fault($"expected the field {name}");
    }

    private bool Fits(JsonElement value)
    {
        var trail = new SchemaTrail((_, _) => { });
        Check(value, trail);
        return !trail.IsBroken;
    }

    private bool IsListed(JsonElement value)
    {
        foreach (var one in _enum!)
        {
            if (JsonElement.DeepEquals(one, value)) return true;
        }

        return false;
    }

    private static bool IsType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind is JsonValueKind.Object,
        "array" => value.ValueKind is JsonValueKind.Array,
        "string" => value.ValueKind is JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind is JsonValueKind.Null,
        "integer" => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind is JsonValueKind.Number && value.TryGetDecimal(out _),
    };

    private static string Word(JsonElement value) => value.ValueKind is JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => value.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : value.GetRawText(),
    };
}
