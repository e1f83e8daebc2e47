using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kinora.Core.Catalog;

/// <summary>One field of a provider's input, with the translation between form values and wire values; or a clause of the prompt.</summary>
internal sealed class Parameter
{
    private readonly Dictionary<string, string> _toWire;
    private readonly Dictionary<string, string> _toForm = [];
    private readonly Dictionary<string, Dictionary<string, JsonElement>> _shorthands;

    public Parameter(ParameterEntry entry)
    {
        Entry = entry;
        Role = FormRole.Find(entry.Role);
        Key = Role?.Name ?? "parameters." + entry.Name;
        _shorthands = new(entry.Shorthands, StringComparer.OrdinalIgnoreCase);
        _toWire = entry.Values;
        foreach (var (form, wire) in entry.Values) _toForm[wire] = form;
        Unset = entry.Unset is { } unset ? ScalarText.Of(unset) : null;
        WireValues = entry.Enum?.Select(one => ScalarText.Of(one)!).ToArray();
        Choices = WireValues?.Where(one => one != Unset).Select(ToForm).ToArray();
        var byDefault = entry.Default is { } value ? ScalarText.Of(value) : null;
        Default = byDefault is null || byDefault == Unset ? null : ToForm(byDefault);
        Fields = [.. entry.Items.Select(field => new Parameter(field))];
        Pattern = entry.Pattern is null ? null : new(entry.Pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public Parameter(ClauseEntry clause)
        : this(new ParameterEntry { Name = clause.Role, Type = WireType.String, Role = clause.Role, Description = clause.Description })
    {
        Clause = clause;
        Choices = [.. clause.Texts.Keys];
    }

    public ParameterEntry Entry { get; }
    public string Name => Entry.Name;
    public FormRole? Role { get; }

    /// <summary>The words that realise it in the prompt; null when the provider has a field for it.</summary>
    public ClauseEntry? Clause { get; }

    /// <summary>The fields of each item, for a list of objects.</summary>
    public IReadOnlyList<Parameter> Fields { get; }
    public Regex? Pattern { get; }

    /// <summary>How conditions and rules name it: the role, else <c>parameters.</c> and its wire name.</summary>
    public string Key { get; }

    /// <summary>The settings that a given value stands for, with their values; null when it is none of such words.</summary>
    public Dictionary<string, JsonElement>? Shorthand(string given) => _shorthands.GetValueOrDefault(given);

    /// <summary>Every value that the provider takes; null when they are not listed.</summary>
    public IReadOnlyList<string>? WireValues { get; }

    /// <summary>The same as form values.</summary>
    public IReadOnlyList<string>? Choices { get; }

    /// <summary>The values that conditions may name: the choices, or the two of a switch.</summary>
    public IReadOnlyList<string>? Listed => Choices ?? (Entry.Type is WireType.Boolean ? ["false", "true"] : null);

    /// <summary>What the provider takes when the field is absent, as a form value.</summary>
    public string? Default { get; }

    /// <summary>The wire value that says nothing; null when there is none.</summary>
    public string? Unset { get; }

    public string ToForm(string wire) => _toForm.GetValueOrDefault(wire, wire);

    public string ToWire(string form) => _toWire.GetValueOrDefault(form, form);

    /// <summary>A form value in the catalog's spelling: case aside, and the provider's own spelling will do (<c>1080P</c>, <c>landscape</c>).</summary>
    public string Normal(string given)
    {
        if (Choices is null || Choices.Contains(given)) return given;
        foreach (var choice in Choices)
        {
            if (string.Equals(choice, given, StringComparison.OrdinalIgnoreCase)
                || string.Equals(ToWire(choice), given, StringComparison.OrdinalIgnoreCase)) return choice;
        }

        return given;
    }

    /// <summary>A form value as the provider wants it: its spelling, its JSON type.</summary>
    public JsonNode ToJson(string form) => FromWire(ToWire(form));

    /// <summary>A value in the provider's spelling, in its JSON type.</summary>
    public JsonNode FromWire(string wire) => Entry.Type switch
    {
        WireType.Boolean => JsonValue.Create(wire is "true"),
        WireType.Integer or WireType.Number when ScalarText.Number(wire) is { } number =>
            number == decimal.Truncate(number) ? JsonValue.Create((long)number) : JsonValue.Create(number),
        _ => JsonValue.Create(wire),
    };
}
