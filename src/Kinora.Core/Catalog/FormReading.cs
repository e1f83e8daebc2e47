using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Reads a request form for one mode: its values with defaults, and every fault.</summary>
internal sealed class FormReading(VariantShape variant, ModeShape mode, GenerationInput form)
{
    private readonly HashSet<string> _given = [];
    private readonly List<InputFault> _faults = [];

    /// <summary>Every setting that has a value, in the catalog's spelling, and the mode.</summary>
    public Dictionary<string, string> Values { get; } = new() { [Condition.Mode] = mode.Name };
    public IReadOnlyList<InputFault> Faults => _faults;

    public void Run(ModelDefinition model, ModelVariant chosen)
    {
        ReadFields(model);
        new MediaReading(variant.Name, mode, form, _faults).Run(model, chosen);
        ReadParameters();
        FillDefaults();
        CheckRules();
    }

    private void ReadFields(ModelDefinition model)
    {
        foreach (var role in FormRole.All)
        {
            if (role.Get(form) is not { } value) continue;
            if (mode.Find(role.Name) is not { IsWithdrawn: false } setting)
            {
                var reason = mode.Find(role.Name)?.Reason is { } why ? $" ({why})" : "";
                Add(role.Name, $"{variant.Name} takes no {role.Name} in {mode.Name}{reason}.{Elsewhere(model, role.Name)}", role.ToJson(value), null);
            }
            else if (SettingValue.Fault(setting.Parameter, setting.Choices, value) is { } wanted)
            {
                Add(role.Name, Sentence(setting, value, wanted), role.ToJson(value), setting.Choices);
            }
            else
            {
                Take(setting.Key, value);
            }
        }
    }

    private void ReadParameters()
    {
        foreach (var (name, value) in form.Parameters ?? [])
        {
            var field = "parameters." + (name.Length > 60 ? name[..60] : name);
            var parameter = variant.Parameters.FirstOrDefault(one => one.Name == name);
            if (parameter?.Role is { } role) Add(field, $"Set {role.Name} instead of the provider's {name}.", value, null);
            else if (parameter is null || mode.Find(parameter.Key) is not { } setting) Add(field, Unknown(field, parameter), value, Free());
            else if (setting.IsWithdrawn) Add(field, $"{variant.Name} takes no {name} in {mode.Name} ({setting.Reason}).", value, null);
            else if (WireValue.IsAbsent(value)) Add(field, $"{field} has no value; leave it out instead.", value, null);
            else if (WireValue.Check(parameter, value, lenient: false) is { } wrong) Add(field, $"{field} must be {wrong.Expected}.", value, parameter.WireValues);
            else if (WireValue.Read(parameter.Entry.Type, value, lenient: false) is not { } text) _given.Add(setting.Key);
            else if (setting.Choices?.Contains(parameter.ToForm(text)) is false)
                Add(field, Sentence(setting, parameter.ToForm(text), Words.Or(setting.Choices)), value, setting.Choices);
            else Take(setting.Key, parameter.ToForm(text));
        }
    }

    private void FillDefaults()
    {
        foreach (var setting in mode.Settings)
        {
            if (_given.Contains(setting.Key)) continue;
            if (setting.Default is { } value) Values.TryAdd(setting.Key, value);
            else if (setting.Required) Add(setting.Key, $"{variant.Name} needs {setting.Key} in {mode.Name}{Because(setting.Reason)}.", null, setting.Choices);
        }
    }

    /// <summary>A default gives way to a rule; a value that was given does not.</summary>
    private void CheckRules()
    {
        foreach (var rule in mode.Rules)
        {
            if (!rule.IsBroken(Values) || _given.Contains(rule.Setting) || rule.Allowed is not { } allowed) continue;
            if (allowed.FirstOrDefault(one => mode.Find(rule.Setting)!.Choices?.Contains(one) is not false) is { } instead) Values[rule.Setting] = instead;
            else Values.Remove(rule.Setting);
        }

        foreach (var rule in mode.Rules.Where(rule => rule.IsBroken(Values)))
        {
            var value = Values.GetValueOrDefault(rule.Setting);
            var wanted = rule.Allowed is null ? $"needs {rule.Setting}" : rule.Allowed.Count == 0 ? $"takes no {rule.Setting}" : $"takes {rule.Setting} {Words.Or(rule.Allowed)}";
            Add(rule.Setting, $"{variant.Name} {wanted} here ({rule.Reason}).", value is null ? null : JsonValue.Create(value), rule.Allowed);
        }
    }

    private void Take(string key, string value)
    {
        Values[key] = value;
        _given.Add(key);
    }

    private void Add(string field, string message, JsonNode? given, IReadOnlyList<string>? allowed)
    {
        _given.Add(field);
        _faults.Add(new(field, message, GivenValue.Of(given), allowed ?? []));
    }

    private string Sentence(Setting setting, string value, string wanted)
    {
        var start = $"{variant.Name} takes {setting.Key} {wanted}{Because(setting.IsNarrowed ? setting.Reason : null)}";
        if (setting.Choices is { Count: > 0 } choices) return $"{start}; the nearest to {GivenValue.Shorten(value)} is {Nearest.Of(value, choices)}.";
        return value.Length > setting.Parameter.Entry.MaxLength ? $"{start}; this has {value.Length:N0}." : start + ".";
    }

    private string Elsewhere(ModelDefinition model, string role)
    {
        var other = model.Modes.Where(one => one.Controls.Any(control => control.Role == role)).Select(one => one.Mode).ToArray();
        return other.Length == 0 ? "" : $" It does in {Words.Or(other)}.";
    }

    private string Unknown(string field, Parameter? parameter) =>
        parameter is not null ? $"{field} follows from the mode and the media." : $"{variant.Name} has no {field}; it has {Words.Or(Free())}.";

    private string[] Free() => [.. mode.Settings.Where(one => one.Parameter.Role is null && !one.IsWithdrawn).Select(one => one.Key)];

    private static string Because(string? reason) => reason is null ? "" : $" ({reason})";
}
