using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Reads a request form for one mode: its values with defaults, and every fault.</summary>
internal sealed class FormReading(VariantShape variant, ModeShape mode, GenerationInput form)
{
    /// <summary>More than any model has; keeps the list of faults short.</summary>
    private const int MostParameters = 50;

    private readonly HashSet<string> _given = [];
    private readonly List<InputFault> _faults = [];

    /// <summary>Every setting that has a value, in the catalog's spelling, and the mode.</summary>
    public Dictionary<string, string> Values { get; } = new() { [Condition.Mode] = mode.Name };
    public IReadOnlyList<InputFault> Faults => _faults;

    public void Run(ModelDefinition model, ModelVariant chosen)
    {
        foreach (var role in FormRole.All) ReadField(model, role);
        new MediaReading(variant.Name, mode, form, _faults).Run(model, chosen);
        if (form.Parameters?.Count > MostParameters)
            Add("parameters", $"parameters may have {MostParameters} fields; this has {form.Parameters.Count:N0}.", null);
        else
            foreach (var (name, value) in form.Parameters ?? []) ReadParameter(name, value);
        FillDefaults();
        YieldDefaults();
        CheckRules();
    }

    private void ReadField(ModelDefinition model, FormRole role)
    {
        if (role.Get(form) is not { } value) return;
        var setting = mode.Find(role.Name);
        if (setting is null or { IsWithdrawn: true })
        {
            var refusal = $"{variant.Name} takes no {role.Name} in {mode.Name}{FaultText.Because(setting?.Reason)}.";
            Add(role.Name, refusal + FaultText.Elsewhere(model, role.Name), role.ToJson(value));
        }
        else if (SettingValue.Fault(setting.Parameter, setting.Choices, value) is { } wanted)
        {
            Add(role.Name, FaultText.NotTaken(variant.Name, setting, value, wanted), role.ToJson(value), setting.Choices);
        }
        else
        {
            Take(setting.Key, value);
        }
    }

    private void ReadParameter(string name, JsonNode? value)
    {
        var field = "parameters." + (name.Length > 60 ? name[..60] : name);
        var parameter = variant.Parameters.FirstOrDefault(one => one.Name == name);
        var setting = parameter is null ? null : mode.Find(parameter.Key);
        if (parameter is null)
        {
            string[] free = [.. mode.Settings.Where(one => one.Parameter.Role is null && !one.IsWithdrawn).Select(one => one.Key)];
            Add(field, $"{variant.Name} has no {field}; it has {Words.Or(free)}.", value, free);
        }
        else if (parameter.Role is { } role)
        {
            Add(field, $"Set {role.Name} instead of the provider's {name}.", value);
        }
        else if (setting is null)
        {
            Add(field, $"{field} follows from the mode and the media.", value);
        }
        else if (setting.IsWithdrawn)
        {
            Add(field, $"{variant.Name} takes no {field} in {mode.Name}{FaultText.Because(setting.Reason)}.", value);
        }
        else if (WireValue.IsAbsent(value))
        {
            Add(field, $"{field} has no value; leave it out instead.", value);
        }
        else if (WireValue.Check(parameter, value, lenient: false) is { } wrong)
        {
            Add(field, $"{field} must be {wrong.Expected}.", value, parameter.WireValues);
        }
        else if (WireValue.Read(parameter.Entry.Type, value, lenient: false) is { } text)
        {
            var given = parameter.ToForm(text);
            if (setting.Choices?.Contains(given) is not false) Take(setting.Key, given);
            else Add(field, FaultText.NotTaken(variant.Name, setting, given, Words.Or(setting.Choices)), value, setting.Choices);
        }
    }

    private void FillDefaults()
    {
        foreach (var setting in mode.Settings.Where(setting => !_given.Contains(setting.Key)))
        {
            if (setting.Default is { } value) Values.TryAdd(setting.Key, value);
            else if (setting.Required) Add(setting.Key, FaultText.Needed(variant.Name, setting, mode.Name), null, setting.Choices);
        }
    }

    /// <summary>A default gives way to a rule; a value that was given does not.</summary>
    private void YieldDefaults()
    {
        foreach (var rule in mode.Rules.Where(rule => rule.Allowed is not null && !_given.Contains(rule.Setting) && rule.IsBroken(Values)))
        {
            var choices = mode.Find(rule.Setting)?.Choices;
            if (rule.Allowed!.FirstOrDefault(one => choices?.Contains(one) is not false) is { } instead) Values[rule.Setting] = instead;
            else Values.Remove(rule.Setting);
        }
    }

    private void CheckRules()
    {
        foreach (var rule in mode.Rules.Where(rule => rule.IsBroken(Values)))
        {
            var value = Values.TryGetValue(rule.Setting, out var text) ? JsonValue.Create(text) : null;
            Add(rule.Setting, $"{variant.Name} {FaultText.Demand(rule)} here ({rule.Reason}).", value, rule.Allowed);
        }
    }

    private void Take(string key, string value)
    {
        Values[key] = value;
        _given.Add(key);
    }

    private void Add(string field, string message, JsonNode? given, IReadOnlyList<string>? allowed = null)
    {
        _given.Add(field);
        _faults.Add(new(field, message, GivenValue.Of(given), allowed ?? []));
    }
}
