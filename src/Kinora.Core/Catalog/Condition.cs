using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>Settings and media, and what each must be; all must hold.</summary>
internal sealed class Condition
{
    public const string Mode = "mode";

    private readonly Term[] _terms;

    public Condition(Dictionary<string, JsonElement> when) => _terms = [.. when.Select(term => Term.Of(term.Key, term.Value))];

    /// <summary>What each setting must be.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>The settings that it looks at.</summary>
    public IEnumerable<string> Keys => _terms.Select(term => term.Key);

    /// <summary>Whether it can be decided by the mode alone.</summary>
    public bool IsStatic => Array.TrueForAll(_terms, term => term.Key is Mode);

    /// <summary>The values that it names for a setting.</summary>
    public IEnumerable<string> ValuesOf(string key) => _terms.Where(term => term.Key == key).SelectMany(term => term.Any ?? []);

    /// <summary>Whether some request in this mode may fulfil it.</summary>
    public bool MayHoldIn(string mode) => Array.TrueForAll(_terms, term => term.Key is not Mode || term.Any!.Contains(mode));

    /// <param name="values">Every setting that has a value, the media that are given as <c>true</c>, and the mode.</param>
    public bool Holds(Dictionary<string, string> values)
    {
        foreach (var term in _terms)
        {
            var isGiven = values.TryGetValue(term.Key, out var value);
            if (isGiven != term.Given || (term.Any is { } any && Array.IndexOf(any, value) < 0)) return false;
        }

        return true;
    }

    /// <param name="Given">Whether there must be a value.</param>
    /// <param name="Any">The values that will do; null when any will.</param>
    internal readonly record struct Term(string Key, bool Given, string[]? Any)
    {
        public static Term Of(string key, JsonElement value) => value.ValueKind switch
        {
            JsonValueKind.Null => new(key, false, null),
            JsonValueKind.Object => new(key, true, null),
            JsonValueKind.False when MediaRole.Find(key) is not null => new(key, false, null),
            JsonValueKind.Array => new(key, true, [.. value.EnumerateArray().Select(one => ScalarText.Of(one)!)]),
            _ => new(key, true, [ScalarText.Of(value)!]),
        };
    }
}
