using System.Text.Json.Nodes;

namespace Kinora.Server.Wire;

/// <summary>Where a control's value stands in a request: at the top, or in its parameters.</summary>
/// <param name="IsOwn">Whether it is one of the provider's own, in <c>parameters</c>.</param>
internal readonly record struct FormField(string Name, bool IsOwn)
{
    public const string Parameters = "parameters";

    /// <param name="role">Such as <c>duration</c> or <c>parameters.shots</c>.</param>
    public static FormField Of(string role) =>
        role.StartsWith(Parameters + ".", StringComparison.Ordinal) ? new(role[(Parameters.Length + 1)..], true) : new(role, false);

    /// <summary>Requests in which it is given.</summary>
    public JsonObject Given() => Inside(new JsonObject { ["required"] = new JsonArray(Name) }, mustBe: true);

    /// <summary>Requests in which its value fits.</summary>
    /// <param name="mustBe">Whether it must be given, rather than only fit where it is.</param>
    public JsonObject Fits(JsonNode value, bool mustBe)
    {
        var schema = new JsonObject { ["properties"] = new JsonObject { [Name] = value } };
        if (mustBe) schema["required"] = new JsonArray(Name);
        return Inside(schema, mustBe);
    }

    private JsonObject Inside(JsonObject schema, bool mustBe)
    {
        if (!IsOwn) return schema;
        var outer = new JsonObject { ["properties"] = new JsonObject { [Parameters] = schema } };
        if (mustBe) outer["required"] = new JsonArray(Parameters);
        return outer;
    }
}
