using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.Models;

/// <summary>A request form as a client sees it that has read docs/guides/http-api.md and one answer of <c>/api/models/{id}</c>, and nothing else.</summary>
internal sealed class ClientForm
{
    private const decimal LongestInput = 600;

    private readonly JsonNode _mode;
    private readonly JsonObject _form;
    private readonly Dictionary<string, JsonNode> _values = [];

    private readonly IReadOnlyDictionary<string, decimal> _lengths;

    /// <param name="mode">One of the model's <c>modes</c>.</param>
    /// <param name="form">The body of the request.</param>
    /// <param name="takes">The generations that are known, for the one that the form continues.</param>
    /// <param name="lengths">Seconds of the assets that are known.</param>
    public ClientForm(JsonNode mode, JsonObject form, IReadOnlyList<JsonNode>? takes = null, IReadOnlyDictionary<string, decimal>? lengths = null)
    {
        (_mode, _form, _lengths) = (mode, form, lengths ?? new Dictionary<string, decimal>());
        if (takes?.FirstOrDefault(one => one.Text("id") == form["source"].Plain()) is { } take)
        {
            _values["source.variant"] = take["model"]!["variant"]!;
            if (take["input"]!["resolution"] is { } resolution) _values["source.resolution"] = resolution;
        }

        foreach (var control in mode.List("controls"))
        {
            var role = control.Text("role");
            if ((Said(role) ?? control["default"]) is { } value) _values[role] = value;
        }

        foreach (var rule in mode.List("rules").Where(rule => rule["allowed"] is not null)) Bend(rule);
    }

    /// <summary>The first rule that the form breaks; null when it holds them all.</summary>
    public JsonNode? Broken => _mode.List("rules").FirstOrDefault(IsBroken);

    /// <summary>What a quote says; null when no price fits.</summary>
    public long? Credits => _mode.List("prices").FirstOrDefault(price => Holds(price, unknown: true)) is { } price
        ? Math.Max(1, (long)decimal.Ceiling(Total(price)))
        : null;

    private JsonNode? Said(string role)
    {
        var value = role.StartsWith("parameters.", StringComparison.Ordinal) ? _form["parameters"]?[role["parameters.".Length..]] : _form[role];
        return value is JsonArray { Count: 0 } || (value is JsonValue && value.Plain().Trim().Length == 0) ? null : value;
    }

    // A default gives way to a rule; what was said does not.
    private void Bend(JsonNode rule)
    {
        var setting = rule.Text("setting");
        if (Said(setting) is not null || !IsBroken(rule)) return;
        var choices = Control(setting)?["choices"] is null ? null : Control(setting)!.Texts("choices").ToArray();
        if (rule.List("allowed").FirstOrDefault(one => choices?.Contains(one.Plain()) is not false) is { } instead) _values[setting] = instead;
        else _values.Remove(setting);
    }

    private bool IsBroken(JsonNode rule)
    {
        if (!Holds(rule, unknown: false)) return false;
        var setting = rule["setting"]?.GetValue<string>();
        if (rule["allowed"] is not null) return _values.TryGetValue(setting!, out var value) && !rule.Texts("allowed").Contains(value.Plain());
        if (rule.Is("required")) return !_values.ContainsKey(setting!);
        if (rule["anyOf"] is not null) return !rule.Texts("anyOf").Any(_values.ContainsKey);
        if (rule["notTogether"] is not null) return rule.Texts("notTogether").Count(_values.ContainsKey) > 1;
        var parts = rule["sum"]!.AsObject().Select(part => (Count: Count(part.Key), Weight: part.Value!.Decimal())).ToArray();
        if (parts.Any(part => part.Count is null)) return false;
        var total = parts.Sum(part => Math.Max(0, part.Count!.Value) * part.Weight);
        if (total == 0) return false;
        var most = rule["atMost"] is not { } limit ? null : limit.GetValueKind() is JsonValueKind.Number ? limit.Decimal() : Number(limit.Plain());
        var tolerance = rule["sum"]!.AsObject().Any(part => IsSeconds(part.Key)) ? 0.1m : 0;
        return total > most + tolerance || total < rule.DecimalOf("atLeast") - tolerance;
    }

    /// <param name="unknown">What a condition comes to that asks of the take that is continued what is not known.</param>
    private bool Holds(JsonNode conditional, bool unknown) => conditional["when"]!.AsObject().All(term =>
    {
        var isGiven = _values.TryGetValue(term.Key, out var value);
        if (!isGiven && term.Key.StartsWith("source.", StringComparison.Ordinal)) return unknown;
        return term.Value switch
        {
            null => !isGiven,
            JsonObject => isGiven,
            JsonArray any => isGiven && any.Any(one => one.Plain() == value.Plain()),
            var one => isGiven && one.Plain() == value.Plain(),
        };
    });

    private decimal Total(JsonNode price)
    {
        var extra = price["extra"] is { } more ? more["credits"]!.Decimal() * Math.Max(0, AtMost(more.Text("of")) - more["above"]!.Decimal()) : 0;
        if (price.Text("per") == "video") return price["credits"]!.Decimal() + extra;
        var over = price["over"] is { } field ? Math.Max(1, AtMost(field.Plain())) : 1;
        return (price.DecimalOf("base") ?? 0) + (price["credits"]!.Decimal() * price.Texts("of").Sum(AtMost) / ((price.DecimalOf("every") ?? 1) * over)) + extra;
    }

    /// <summary>A quantity; where it is not known, or the model decides, the most that it can be.</summary>
    private decimal AtMost(string quantity)
    {
        if (quantity == "duration")
        {
            var length = Number("duration") ?? _mode.DecimalOf("seconds");
            return length >= 0 ? length.Value : Control("duration")?.DecimalOf("max") ?? LongestInput;
        }

        var known = Count(quantity);
        if (known is { } number && !IsSeconds(quantity)) return number;
        var media = quantity.Split('.')[0];
        var each = (Control(media)?.DecimalOf("maxSeconds") ?? LongestInput) * Files(media).Length;
        var most = Math.Min(Control(media)?.DecimalOf("maxTotalSeconds") ?? decimal.MaxValue, each);
        return known is { } seconds ? Math.Min(decimal.Ceiling(seconds), most) : most;
    }

    private static bool IsSeconds(string quantity) => !quantity.StartsWith("parameters.", StringComparison.Ordinal) && quantity.EndsWith(".seconds", StringComparison.Ordinal);

    /// <summary>A quantity; null when it is the length of files that nobody measured.</summary>
    private decimal? Count(string quantity)
    {
        var parts = quantity.Split('.');
        if (parts[0] == "parameters")
        {
            if (parts.Length == 2) return Number(quantity) ?? 0;
            var items = Said($"parameters.{parts[1]}") as JsonArray ?? [];
            return parts[2] == "count" ? items.Count : items.Sum(item => item![parts[2]]?.Decimal() ?? 0);
        }

        if (parts.Length == 1) return Number(quantity) ?? 0;
        var files = Files(parts[0]);
        if (parts[1] == "count") return files.Length;
        return files.All(_lengths.ContainsKey) ? files.Sum(file => _lengths[file]) : null;
    }

    private string[] Files(string role) => Said(role) switch { null => [], JsonArray several => [.. several.Select(JsonWords.Plain)], var one => [one.Plain()] };

    private decimal? Number(string role) => _values.TryGetValue(role, out var value) ? decimal.Parse(value.Plain(), System.Globalization.CultureInfo.InvariantCulture) : null;

    private JsonNode? Control(string role) => _mode.List("controls").FirstOrDefault(control => control.Text("role") == role);
}
