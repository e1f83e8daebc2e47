using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>The checks of one variant that need no other file and no prices worked out.</summary>
internal sealed class VariantCheck
{
    private readonly VariantEntry _variant;
    private readonly string _path;
    private readonly Action<string, string> _fault;
    private readonly Dictionary<string, Parameter> _byName = [];
    private readonly Dictionary<string, Parameter> _byKey = [];
    private readonly List<(Parameter Parameter, string Path)> _parameters = [];

    public VariantCheck(VariantEntry variant, string path, Action<string, string> fault)
    {
        (_variant, _path, _fault) = (variant, path, fault);
        foreach (var (index, entry) in variant.Parameters.Index()) Add(new(entry), $"{path}.parameters[{index}]", _byName);
        foreach (var (index, clause) in variant.Clauses.Index()) Add(new(clause), $"{path}.clauses[{index}]", null);
    }

    public void Run()
    {
        foreach (var (parameter, at) in _parameters)
        {
            ParameterCheck.Check(parameter, at, _fault);
            foreach (var (name, several) in parameter.Entry.Shorthands)
                foreach (var (key, value) in several) CheckSetting(key, value, JsonPath.Field(JsonPath.Field(at + ".shorthands", name), key));
        }

        var modes = new HashSet<string>();
        foreach (var (index, mode) in _variant.Modes.Index())
        {
            var at = $"{_path}.modes[{index}]";
            if (!modes.Add(mode.Mode)) _fault(at + ".mode", $"expected a mode of its own, found {mode.Mode} again");
            CheckConstants(mode, at);
            MediaEntryCheck.Check(mode, _byName, at, _fault);
        }

        foreach (var (index, rule) in _variant.Rules.Index()) CheckRule(rule, $"{_path}.rules[{index}]");
        foreach (var (index, refusal) in _variant.Refusals.Index())
            foreach (var name in refusal.When.Keys.Where(name => !_byName.ContainsKey(name)))
                _fault(JsonPath.Field($"{_path}.refusals[{index}].when", name), "expected the name of a parameter");
        foreach (var (index, warning) in _variant.Warnings.Index()) CheckKey(warning.Setting, $"{_path}.warnings[{index}].setting");
        CheckPrices(_variant.Prices.Upstream, _path + ".prices.upstream");
        CheckPrices(_variant.Prices.Retail, _path + ".prices.retail");
    }

    public void CheckPrices(List<PriceEntry>? rows, string path)
    {
        foreach (var (index, entry) in (rows ?? []).Index())
        {
            var (row, at) = (new PriceRow(entry), $"{path}[{index}]");
            CheckWhen(entry.When, at);
            if (!row.PerSecond && (entry.Every is not null || entry.Base is not null || entry.Of.Count > 0 || entry.Over is not null))
                _fault(at, "expected every, base, of and over only per second");
            foreach (var key in entry.When.Keys.Where(key => IsUnlisted(key, entry.When[key])))
                _fault(JsonPath.Field(at + ".when", key), "expected a setting whose values are listed");
            foreach (var quantity in row.Quantities) CheckQuantity(quantity, at, mayBeFixed: true);
        }
    }

    // A setting whose value counts, and whose values nobody lists.
    private bool IsUnlisted(string key, JsonElement value) =>
        value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Object)
        && _byKey.TryGetValue(key, out var parameter) && parameter.Listed is null && parameter.Entry.Type is not WireType.Array;

    private void Add(Parameter parameter, string at, Dictionary<string, Parameter>? names)
    {
        if (names?.TryAdd(parameter.Name, parameter) is false) _fault(at + ".name", $"expected a name of its own, found {parameter.Name} again");
        else if (!_byKey.TryAdd(parameter.Key, parameter)) _fault(at + ".role", $"expected a role of its own, found {parameter.Key} again");
        _parameters.Add((parameter, at));
    }

    private void CheckConstants(ModeEntry mode, string at)
    {
        foreach (var (name, value) in mode.Set)
        {
            var here = JsonPath.Field(at + ".set", name);
            if (!_byName.TryGetValue(name, out var parameter)) _fault(here, "expected the name of a parameter");
            else if (WireValue.Check(parameter, WireValue.Node(value), lenient: false) is { } wrong) _fault(here, "expected " + wrong.Expected);
        }
    }

    private void CheckRule(RuleEntry rule, string at)
    {
        CheckWhen(rule.When, at);
        var effects = new[] { rule.Allowed is not null, rule.Required, rule.AnyOf is not null, rule.NotTogether is not null, rule.Sum is not null };
        if (effects.Count(one => one) != 1) _fault(at, "expected exactly one of allowed, required, anyOf, notTogether and sum");
        if (rule.Setting is null == (rule.Allowed is not null || rule.Required)) _fault(at, "expected a setting with allowed or required, and none otherwise");
        if (rule.Sum is null == (rule.AtMost is not null || rule.AtLeast is not null)) _fault(at, "expected atMost or atLeast with sum, and neither otherwise");
        if (rule.Setting is { } setting) CheckKey(setting, at + ".setting");
        foreach (var (index, value) in (rule.Allowed ?? []).Index())
            if (rule.Setting is { } bound) CheckSetting(bound, value, $"{at}.allowed[{index}]");
        foreach (var key in (rule.AnyOf ?? []).Concat(rule.NotTogether ?? [])) CheckKey(key, at);
        foreach (var key in (rule.Sum ?? []).Keys) CheckQuantity(new(key), at, mayBeFixed: false);
        if (rule.AtMost is { ValueKind: JsonValueKind.String } most) CheckKey(most.GetString()!, at + ".atMost");
    }

    private void CheckQuantity(Quantity quantity, string at, bool mayBeFixed)
    {
        if (!quantity.IsValid) _fault(at, $"expected a setting, media.count, media.seconds or parameters.name.field, found {quantity.Text}");
        else if (!(mayBeFixed && quantity.Key is FormRole.Duration && _variant.Seconds is not null)) CheckKey(quantity.Key, at);
    }

    private void CheckWhen(Dictionary<string, JsonElement> when, string at)
    {
        foreach (var (key, value) in when)
        {
            var here = JsonPath.Field(at + ".when", key);
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Object) CheckKey(key, here);
            else
                foreach (var one in value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value }) CheckSetting(key, one, here);
        }
    }

    private void CheckKey(string key, string at)
    {
        if (!_byKey.ContainsKey(key) && MediaRole.Find(key) is null) _fault(at, $"expected a setting of the variant or media: {string.Join(", ", _byKey.Keys)}");
    }

    private void CheckSetting(string key, JsonElement value, string at)
    {
        var text = ScalarText.Of(value);
        IReadOnlyList<string>? listed =
            key is Condition.Mode ? [.. _variant.Modes.Select(mode => mode.Mode)]
            : key.StartsWith(PriceTable.LabelPrefix) ? _variant.Labels.GetValueOrDefault(key[PriceTable.LabelPrefix.Length..])?.Values ?? []
            : MediaRole.Find(key) is not null ? ["true", "false"]
            : PriceTable.IsHidden(key) ? null
            : _byKey.TryGetValue(key, out var parameter) ? parameter.Listed : [];
        if (listed is { Count: 0 }) _fault(at, $"expected mode, media or a setting of the variant: {string.Join(", ", _byKey.Keys)}");
        else if (listed?.Contains(text!) is false) _fault(at, $"expected one of {string.Join(", ", listed)}, found {value.GetRawText()}");
    }
}
