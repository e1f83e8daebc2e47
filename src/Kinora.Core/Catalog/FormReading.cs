using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>Reads a request form for one mode: its values with defaults, and every fault.</summary>
internal sealed class FormReading(VariantShape variant, ModeShape mode, GenerationInput form, InputFacts facts)
{
    /// <summary>More than any model has; keeps the list of faults short.</summary>
    private const int MostParameters = 50;

    private readonly HashSet<string> _given = [];
    private readonly List<InputFault> _faults = [];

    /// <summary>Every setting that has a value, in the catalog's spelling, the media that are given, and the mode.</summary>
    public Dictionary<string, string> Values { get; } = new(mode.MostValues) { [Condition.Mode] = mode.Name };
    public IReadOnlyList<InputFault> Faults => _faults;

    public void Run(ModelDefinition model, ModelVariant chosen)
    {
        foreach (var role in FormRole.All) ReadField(model, role);
        new MediaReading(variant.Name, mode, form, facts, _faults).Run(model, chosen);
        FormValues.AddMedia(Values, form, facts);
        if (form.Parameters?.Count > MostParameters)
            Add("parameters", $"parameters may have {MostParameters} fields; this has {form.Parameters.Count:N0}.", null);
        else
            foreach (var (name, value) in form.Parameters ?? []) ReadParameter(name, value);
        FillDefaults();
        FormValues.Yield(mode, Values, _given.Contains);
        CheckRules();
        CheckPrompt();
    }

    private void ReadField(ModelDefinition model, FormRole role)
    {
        if (role.Get(form) is not { } given || _given.Contains(role.Name)) return;
        var setting = mode.Find(role.Name);
        var value = setting?.Parameter.Normal(given) ?? given;
        if (setting is null or { IsWithdrawn: true })
        {
            var refusal = $"{variant.Name} takes no {role.Name} in {mode.Name}{FaultText.Because(setting?.Reason)}.";
            Add(role.Name, refusal + FaultText.Elsewhere(model, role.Name), role.ToJson(value));
        }
        else if (setting.Parameter.Shorthand(given) is { } several)
        {
            foreach (var (key, one) in several) TakeAlso(role, given, key, ScalarText.Of(one)!);
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
            Add(field, $"parameters.{wrong.Field} must be {wrong.Expected}.", value, parameter.WireValues);
        }
        else if (parameter.Entry.Type is WireType.Array)
        {
            Take(setting.Key, "true");
        }
        else if (WireValue.Read(parameter.Entry.Type, value, lenient: false) is { } text && text != parameter.Unset)
        {
            var given = parameter.ToForm(text);
            if (setting.Choices?.Contains(given) is not false) Take(setting.Key, given);
            else Add(field, FaultText.NotTaken(variant.Name, setting, given, Words.Or(setting.Choices)), value, setting.Choices);
        }
    }

    private void FillDefaults()
    {
        foreach (var setting in mode.Settings)
        {
            if (_given.Contains(setting.Key)) continue;
            if (setting.Default is { } value) Values.TryAdd(setting.Key, value);
            else if (setting.Required) Add(setting.Key, FaultText.Needed(variant.Name, setting, mode.Name), null, setting.Choices);
        }
    }

    private void CheckRules()
    {
        foreach (var rule in mode.Rules)
        {
            if (!rule.IsBroken(Values, form, facts)) continue;
            var value = Values.TryGetValue(rule.Setting, out var text) ? JsonValue.Create(text) : null;
            Add(rule.Setting, $"{variant.Name} {FaultText.Demand(rule)} here ({rule.Reason}).", value, rule.Allowed);
        }
    }

    // What the prompt and its clauses are together, the provider's limit is for.
    private void CheckPrompt()
    {
        if (_faults.Count > 0 || mode.Find(FormRole.Prompt) is not { Parameter.Entry.MaxLength: { } most } || !PromptText.HasClauses(mode)) return;
        var whole = PromptText.Of(mode, Values);
        if (whole?.Length > most)
            Add(FormRole.Prompt,
                $"{variant.Name} takes a prompt of at most {most:N0} characters with the sentences that the settings add; this has {whole.Length:N0}.",
                JsonValue.Create(whole));
    }

    private void TakeAlso(FormRole role, string given, string key, string value)
    {
        if (key != role.Name && FormRole.Find(key)?.Get(form) is { } said && said != value)
            Add(key, $"{role.Name} {given} means {key} {value}.", JsonValue.Create(said), [value]);
        else if (mode.Find(key) is { IsWithdrawn: false } setting && SettingValue.Fault(setting.Parameter, setting.Choices, value) is null)
            Take(key, value);
        else
            Add(role.Name, $"{variant.Name} takes no {role.Name} {given} in {mode.Name}.", JsonValue.Create(given), mode.Find(role.Name)?.Choices);
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
