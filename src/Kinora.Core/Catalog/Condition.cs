using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>Settings and the values that they must have; all must hold, any of a list will do.</summary>
internal sealed class Condition
{
    public const string Mode = "mode";

    private readonly KeyValuePair<string, string[]>[] _terms;

    public Condition(Dictionary<string, JsonElement> when) =>
        _terms = [.. when.Select(term => KeyValuePair.Create(term.Key, Texts(term.Value)))];

    /// <summary>The settings that it looks at.</summary>
    public IEnumerable<string> Keys => _terms.Select(term => term.Key);

    public IReadOnlyList<KeyValuePair<string, string[]>> Terms => _terms;

    /// <summary>Whether it can be decided by the mode alone.</summary>
    public bool IsStatic => _terms.All(term => term.Key is Mode);

    /// <summary>Whether some request in this mode may fulfil it.</summary>
    public bool MayHoldIn(string mode) => _terms.All(term => term.Key is not Mode || term.Value.Contains(mode));

    /// <param name="values">Every setting that has a value, and the mode.</param>
    public bool Holds(Dictionary<string, string> values)
    {
        foreach (var (key, any) in _terms)
        {
            if (!values.TryGetValue(key, out var value) || !any.Contains(value)) return false;
        }

        return true;
    }

    private static string[] Texts(JsonElement value) => value.ValueKind is JsonValueKind.Array
        ? [.. value.EnumerateArray().Select(one => ScalarText.Of(one)!)]
        : [ScalarText.Of(value)!];
}
