using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>One field of a provider's input, with the translation between form values and wire values.</summary>
internal sealed class Parameter
{
    private readonly Dictionary<string, string> _toWire;
    private readonly Dictionary<string, string> _toForm = [];

    public Parameter(ParameterEntry entry)
    {
        Entry = entry;
        Role = FormRole.Find(entry.Role);
        _toWire = entry.Values;
        foreach (var (form, wire) in entry.Values) _toForm[wire] = form;
        WireValues = entry.Enum?.Select(one => ScalarText.Of(one)!).ToArray();
        Choices = WireValues?.Select(ToForm).ToArray();
        Default = entry.Default is { } value ? ToForm(ScalarText.Of(value)!) : null;
    }

    public ParameterEntry Entry { get; }
    public string Name => Entry.Name;
    public FormRole? Role { get; }

    /// <summary>How conditions and rules name it: the role, else <c>parameters.</c> and its wire name.</summary>
    public string Key => Role?.Name ?? "parameters." + Name;

    /// <summary>Every value that the provider takes; null when they are not listed.</summary>
    public IReadOnlyList<string>? WireValues { get; }

    /// <summary>The same as form values.</summary>
    public IReadOnlyList<string>? Choices { get; }

    /// <summary>The values that conditions may name: the choices, or the two of a switch.</summary>
    public IReadOnlyList<string>? Listed => Choices ?? (Entry.Type is WireType.Boolean ? ["false", "true"] : null);

    /// <summary>What the provider takes when the field is absent, as a form value.</summary>
    public string? Default { get; }

    public string ToForm(string wire) => _toForm.GetValueOrDefault(wire, wire);

    public string ToWire(string form) => _toWire.GetValueOrDefault(form, form);

    /// <summary>A form value as the provider wants it: its spelling, its JSON type.</summary>
    public JsonNode ToJson(string form) => Node(ToWire(form));

    private JsonNode Node(string wire) => Entry.Type switch
    {
        WireType.Boolean => JsonValue.Create(wire is "true"),
        WireType.Integer or WireType.Number when ScalarText.Number(wire) is { } number =>
            number == decimal.Truncate(number) ? JsonValue.Create((long)number) : JsonValue.Create(number),
        _ => JsonValue.Create(wire),
    };
}
