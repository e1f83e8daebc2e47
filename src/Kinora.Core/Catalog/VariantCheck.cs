using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>The checks of one variant that need no other file and no prices worked out.</summary>
internal sealed class VariantCheck(VariantEntry variant, string path, Action<string, string> fault)
{
    private readonly Dictionary<string, Parameter> _byName = [];
    private readonly Dictionary<string, Parameter> _byKey = [];

    public void Run()
    {
        foreach (var (index, entry) in variant.Parameters.Index())
        {
            var (parameter, at) = (new Parameter(entry), $"{path}.parameters[{index}]");
            if (!_byName.TryAdd(entry.Name, parameter)) fault(at + ".name", $"expected a name of its own, found {entry.Name} again");
            else if (!_byKey.TryAdd(parameter.Key, parameter)) fault(at + ".role", $"expected a role of its own, found {entry.Role} again");
            ParameterCheck.Check(parameter, at, fault);
        }

        var modes = new HashSet<string>();
        foreach (var (index, mode) in variant.Modes.Index())
        {
            var at = $"{path}.modes[{index}]";
            if (!modes.Add(mode.Mode)) fault(at + ".mode", $"expected a mode of its own, found {mode.Mode} again");
            CheckConstants(mode, at);
            CheckMedia(mode, at);
        }

        foreach (var (index, rule) in variant.Rules.Index()) CheckRule(rule, $"{path}.rules[{index}]");
        foreach (var (index, row) in variant.Prices.Upstream.Index()) CheckPrice(row, $"{path}.prices.upstream[{index}]");
        foreach (var (index, row) in variant.Prices.Retail.Index()) CheckPrice(row, $"{path}.prices.retail[{index}]");
    }

    private void CheckConstants(ModeEntry mode, string at)
    {
        foreach (var (name, value) in mode.Set)
        {
            var here = JsonPath.Field(at + ".set", name);
            if (!_byName.TryGetValue(name, out var parameter))
                fault(here, "expected the name of a parameter");
            else if (parameter.Role is not null)
                fault(here, "expected a parameter without a role");
            else if (WireValue.Check(parameter, WireValue.Node(value), lenient: false) is { } wrong)
                fault(here, "expected " + wrong.Expected);
        }
    }

    private void CheckMedia(ModeEntry mode, string at)
    {
        foreach (var (index, media) in mode.Media.Index())
        {
            var here = $"{at}.media[{index}]";
            var many = MediaRole.Find(media.Role).Many;
            if (!many && (media.Max is not null || media.Min != 1)) fault(here, "expected no min and max on a single picture");
            if (media.Max < media.Min) fault(here + ".max", "expected at least min");
            if (mode.Media.Take(index).Any(other => other.Role == media.Role)) fault(here + ".role", "expected each role once");
            if (!_byName.TryGetValue(media.Into, out var parameter) || parameter.Role is not null
                || parameter.Entry.Type is not (WireType.Array or WireType.String))
            {
                fault(here + ".into", "expected the name of an array or string parameter without a role");
                continue;
            }

            var total = mode.Media.Where(other => other.Into == media.Into).Sum(other => other.Max ?? 1);
            var room = parameter.Entry.Type is WireType.Array ? parameter.Entry.MaxItems ?? int.MaxValue : 1;
            if (total > room) fault(here + ".into", $"expected at most {room} in {media.Into}, found room for {total}");
        }
    }

    private void CheckRule(RuleEntry rule, string at)
    {
        CheckWhen(rule.When, at);
        if (rule.Required == rule.Allowed is not null) fault(at, "expected either allowed or required");
        if (!_byKey.TryGetValue(rule.Setting, out var parameter)) fault(at + ".setting", $"expected a setting of the variant: {Keys()}");
        else if (rule.Allowed is { } allowed)
            foreach (var (index, value) in allowed.Index()) CheckListed(parameter, value, $"{at}.allowed[{index}]");
    }

    private void CheckPrice(PriceEntry row, string at)
    {
        CheckWhen(row.When, at);
        if (row.Per is "video" && (row.Every is not null || row.Base is not null)) fault(at, "expected every and base only per second");
        foreach (var key in row.When.Keys.Where(key => _byKey.TryGetValue(key, out var parameter) && parameter.Listed is null))
            fault(JsonPath.Field(at + ".when", key), "expected a setting whose values are listed");
    }

    private void CheckWhen(Dictionary<string, JsonElement> when, string at)
    {
        foreach (var (key, value) in when)
        {
            var here = JsonPath.Field(at + ".when", key);
            foreach (var one in value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
            {
                if (key is Condition.Mode)
                {
                    if (variant.Modes.All(mode => mode.Mode != ScalarText.Of(one))) fault(here, "expected a mode of the variant");
                }
                else if (!_byKey.TryGetValue(key, out var parameter))
                {
                    fault(here, $"expected mode or a setting of the variant: {Keys()}");
                }
                else
                {
                    CheckListed(parameter, one, here);
                }
            }
        }
    }

    private void CheckListed(Parameter parameter, JsonElement value, string at)
    {
        if (parameter.Listed is { } listed && !listed.Contains(ScalarText.Of(value)!))
            fault(at, $"expected one of {string.Join(", ", listed)}, found {value.GetRawText()}");
    }

    private string Keys() => string.Join(", ", _byKey.Keys);
}
