using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>The checks of one parameter.</summary>
internal static class ParameterCheck
{
    public static void Check(Parameter parameter, string path, Action<string, string> fault)
    {
        var entry = parameter.Entry;
        if (parameter.Clause is not null && parameter.Choices is { Count: 0 }) fault(path + ".texts", "expected at least one");
        if (entry.Min > entry.Max) fault(path + ".min", "expected at most max");
        if (entry.MinItems > entry.MaxItems) fault(path + ".minItems", "expected at most maxItems");
        if (entry.Type is not WireType.Array && (entry.MinItems ?? entry.MaxItems) is not null)
            fault(path + ".maxItems", "expected only on an array");
        if (entry.Type is WireType.Array && (entry.Role is not null || entry.Enum is not null || entry.Default is not null))
            fault(path + ".type", "expected an array to have no role, enum or default");
        if (entry.Type is not WireType.Array && entry.Items.Count > 0) fault(path + ".items", "expected only on an array");
        foreach (var (index, field) in parameter.Fields.Index()) Check(field, $"{path}.items[{index}]", fault);
        foreach (var (index, value) in (entry.Enum ?? []).Index())
        {
            if (!IsOfType(entry.Type, value))
                fault($"{path}.enum[{index}]", $"expected a value of the parameter's type, found {value.GetRawText()}");
        }

        foreach (var (form, wire) in entry.Values)
        {
            var at = JsonPath.Field(path + ".values", form);
            if (parameter.WireValues?.Contains(wire) is not true) fault(at, $"expected a value of the enum, found {wire}");
            if (entry.Values.Count(other => other.Value == wire) > 1) fault(at, $"expected one form value for {wire}");
        }

        if (entry.Default is { } byDefault && WireValue.Check(parameter, WireValue.Node(byDefault), lenient: false) is { } wrong)
            fault(path + ".default", "expected " + wrong.Expected);
        if (parameter.Role is { } role) CheckRole(parameter, role, path, fault);
    }

    private static void CheckRole(Parameter parameter, FormRole role, string path, Action<string, string> fault)
    {
        var entry = parameter.Entry;
        var fits = role.Type switch
        {
            FormType.Boolean => entry.Type is WireType.Boolean,
            FormType.Number => entry.Type is WireType.Number or WireType.Integer,
            FormType.Integer => entry.Type is WireType.Integer or WireType.Number or WireType.String
                && (parameter.Choices ?? []).All(choice => long.TryParse(choice, out _)),
            _ => entry.Type is WireType.String,
        };
        if (!fits) fault(path + ".role", $"expected a type and values that suit the role {role.Name}");
    }

    private static bool IsOfType(WireType type, JsonElement value) => type switch
    {
        WireType.String => value.ValueKind is JsonValueKind.String,
        WireType.Integer => value.ValueKind is JsonValueKind.Number && value.TryGetInt64(out _),
        WireType.Number => value.ValueKind is JsonValueKind.Number,
        WireType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => false,
    };
}
