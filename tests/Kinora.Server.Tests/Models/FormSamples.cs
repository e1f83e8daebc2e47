using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kinora.Server.Tests.Models;

/// <summary>Makes request forms for one mode of a model from what its answer says, and forms that are just beside them.</summary>
/// <param name="takes">Finished generations that it may continue.</param>
internal sealed class FormSamples(string model, JsonNode mode, IReadOnlyList<JsonNode> takes)
{
    private readonly JsonNode[] _controls = [.. mode.List("controls")];

    /// <summary>No more than is needed.</summary>
    public JsonObject Smallest => Form(_controls.Where(control => control.Is("required")).Select(control => (control.Text("role"), Values(control).First())));

    /// <summary>Every combination of the values of what rules and prices look at; evenly picked where there are too many.</summary>
    public IEnumerable<JsonObject> Cases(int most)
    {
        var keys = Keys().ToHashSet();
        var open = _controls.Where(control => control.Is("required") || keys.Contains(control.Text("role")))
            .Select(control => (Role: control.Text("role"), Options: keys.Contains(control.Text("role"))
                ? Values(control).Concat(control.Is("required") ? [] : new JsonNode?[] { null }).ToArray()
                : [Values(control).First()])).ToArray();
        var total = open.Aggregate(1L, (product, one) => product * one.Options.Length);
        // A step that shares no factor with the number of options visits all of them in turn.
        for (var (index, step) = (0L, total <= most ? 1 : (total / most) | 1); index < total; index += step)
        {
            var rest = index;
            yield return Form(open.Select(one =>
            {
                var (quotient, remainder) = Math.DivRem(rest, one.Options.Length);
                rest = quotient;
                return (one.Role, one.Options[remainder]);
            }));
        }
    }

    /// <summary>Each value of each control on top of the smallest form.</summary>
    public IEnumerable<JsonObject> EachValue() =>
        _controls.SelectMany(Values, (control, value) => With(control.Text("role"), value));

    /// <summary>Forms that are beside a limit of one control.</summary>
    public IEnumerable<JsonObject> Neighbours()
    {
        yield return With("lenght", 5);
        foreach (var control in _controls)
        {
            var role = control.Text("role");
            if (control.Is("required")) yield return With(role, null);
            foreach (var wrong in Wrong(control)) yield return With(role, wrong);
        }
    }

    private IEnumerable<string> Keys() => mode.List("rules").Concat(mode.List("prices"))
        .SelectMany(one => one["when"]!.AsObject().Select(term => term.Key)
            .Concat(one.Texts("of")).Concat(one.Texts("anyOf")).Concat(one.Texts("notTogether")).Concat(one["sum"]?.AsObject().Select(part => part.Key) ?? [])
            .Append(one["setting"].Plain()).Append(one["over"].Plain()).Append(one["extra"]?["of"].Plain() ?? ""))
        .Append("duration")
        .Select(key => key.StartsWith("parameters.", StringComparison.Ordinal) ? string.Join('.', key.Split('.').Take(2)) : key.Split('.')[0]);

    private IEnumerable<JsonNode?> Values(JsonNode control)
    {
        if (control["choices"] is JsonArray choices) return choices;
        var (min, max) = (control.DecimalOf("min"), control.DecimalOf("max"));
        return control.Text("type") switch
        {
            "boolean" => [true, false],
            "integer" => new[] { min ?? 1, ((min ?? 1) + (max ?? 9)) / 2, max ?? 9 }.Select(decimal.Floor).Concat(Extra(control)).Distinct().Select(one => (JsonNode?)JsonValue.Create(one)),
            "number" => new[] { min ?? 1, max ?? 9 }.Concat(Extra(control)).Select(one => (JsonNode?)JsonValue.Create(one)),
            "text" => [Texts(control).First(text => control["pattern"] is not { } pattern || Regex.IsMatch(text, pattern.Plain(), RegexOptions.None, TimeSpan.FromSeconds(1)))],
            "list" => [Items(control, Math.Max(1, (int)(control.DecimalOf("minItems") ?? 1)))],
            "images" or "videos" or "audios" => new[] { control.DecimalOf("minItems") ?? 1, control.DecimalOf("maxItems") ?? 3 }.Distinct().Select(count => (JsonNode?)Items(control, (int)count)),
            "take" => takes.Where(take => control["from"] is null || control.Texts("from").Contains(take["model"]!.Text("variant"))).Select(take => (JsonNode?)take["id"]),
            _ => ["asset_0"],
        };
    }

    private static string[] Texts(JsonNode control) =>
        [new('a', (int)(control.DecimalOf("minLength") ?? 3)), "1,2.5", "https://sora.chatgpt.com/p/s_0"];

    private static IEnumerable<decimal> Extra(JsonNode control) => control.List("extra").Select(one => one.Decimal());

    private JsonArray Items(JsonNode control, int count) => [.. Enumerable.Range(0, count).Select(_ => control["items"] is null
        ? JsonValue.Create("asset_0")
        : (JsonNode)new JsonObject(control.List("items").Where(field => field.Is("required")).Select(field => KeyValuePair.Create(field.Text("role"), Values(field).First()?.DeepClone()))))];

    private IEnumerable<JsonNode> Wrong(JsonNode control)
    {
        yield return new JsonObject { ["an"] = "object" };
        switch (control.Text("type"))
        {
            case "choice":
                yield return "no such word";
                if (control["choices"]![0]!.GetValueKind() is System.Text.Json.JsonValueKind.Number) yield return 7777;
                break;
            case "boolean":
                yield return "yes";
                if (control["choices"] is JsonArray { Count: 1 } left) yield return !left[0]!.GetValue<bool>();
                break;
            case "integer" or "number":
                if (control.DecimalOf("min") is { } min && !Extra(control).Contains(min - 1)) yield return min - 1;
                if (control.DecimalOf("max") is { } max) yield return max + 1;
                if (control.Text("type") == "integer") yield return 5.5m;
                yield return "5";
                break;
            case "text":
                if (control.DecimalOf("maxLength") is { } longest) yield return new string('a', (int)longest + 1);
                if (control.DecimalOf("minLength") is > 2 and var shortest) yield return new string('a', ((int)shortest - 1) / 2);
                yield return 5;
                break;
            case "image" or "video" or "audio" or "take":
                yield return new string('a', 2049);
                yield return " ";
                break;
            default:
                yield return "asset_0";
                if (control.DecimalOf("maxItems") is { } most) yield return Items(control, (int)most + 1);
                if (control.DecimalOf("minItems") is > 1 and var fewest) yield return Items(control, (int)fewest - 1);
                yield return new JsonArray(5);
                break;
        }
    }

    private JsonObject With(string role, JsonNode? value)
    {
        var form = Smallest;
        Put(form, role, value);
        return form;
    }

    private JsonObject Form(IEnumerable<(string Role, JsonNode? Value)> fields)
    {
        var form = new JsonObject { ["model"] = model, ["mode"] = mode.Text("mode") };
        if (mode["tier"] is { } tier) form["tier"] = tier.DeepClone();
        foreach (var (role, value) in fields) Put(form, role, value);
        return form;
    }

    private static void Put(JsonObject form, string role, JsonNode? value)
    {
        var own = role.StartsWith("parameters.", StringComparison.Ordinal);
        var (into, name) = own ? (form["parameters"]?.AsObject() ?? [], role["parameters.".Length..]) : (form, role);
        if (value is null) into.Remove(name);
        else into[name] = value.DeepClone();
        if (own && into.Count > 0) form["parameters"] = into.Parent is null ? into : into.DeepClone();
        if (own && into.Count == 0) form.Remove("parameters");
    }
}
