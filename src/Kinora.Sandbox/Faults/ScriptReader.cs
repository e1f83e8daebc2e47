using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Kinora.Sandbox.Faults;

/// <summary>Finds the directives in all texts of a model's fields.</summary>
internal sealed partial class ScriptReader
{
    private TaskScript _script = TaskScript.None;
    private string? _fault;

    /// <summary>The fields without their directives, and what those say; or why they will not do.</summary>
    public static (JsonObject Wire, TaskScript Script, string? Fault) Read(JsonObject wire)
    {
        var reader = new ScriptReader();
        var rest = reader.Without(wire)!.AsObject();
        return (rest, reader._script, reader._fault);
    }

    private JsonNode? Without(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(field => KeyValuePair.Create(field.Key, Without(field.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Without)]),
        JsonValue value when value.GetValueKind() is JsonValueKind.String => JsonValue.Create(Without(value.GetValue<string>())),
        _ => node?.DeepClone(),
    };

    private string Without(string text) => text.Contains("[[", StringComparison.Ordinal) ? Pattern().Replace(text, Take).TrimStart() : text;

    // What stands in its place: nothing.
    private string Take(Match match)
    {
        var (name, rest) = (match.Groups["name"].Value.ToLowerInvariant(), match.Groups["rest"]);
        if (Directive.All.FirstOrDefault(one => one.Name == name) is not { } directive)
            _fault ??= $"There is no directive [[{name}]]. The sandbox knows {string.Join(", ", Directive.All.Select(one => one.Name))}.";
        else if (directive.Apply(_script, rest.Success ? rest.Value.Trim() : null) is { } script)
            _script = script;
        else
            _fault ??= $"[[{name}]] is written {directive.Form}.";
        return "";
    }

    [GeneratedRegex(@"\s?\[\[\s*(?<name>[A-Za-z][A-Za-z0-9-]{0,39})\s*(:(?<rest>[^\[\]]{0,500}))?\]\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pattern();
}
