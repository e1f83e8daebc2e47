using System.Text.Json.Nodes;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A number that rules and prices count: a setting, how many media or items there are, how long media are.</summary>
internal sealed class Quantity
{
    private const string Prefix = "parameters.", CountSuffix = "count", SecondsSuffix = "seconds";

    private readonly string _field = "";

    public Quantity(string text)
    {
        Text = text;
        var parts = (text.StartsWith(Prefix) ? text[Prefix.Length..] : text).Split('.');
        Key = text.StartsWith(Prefix) ? Prefix + parts[0] : parts[0];
        Media = MediaRole.Find(Key);
        if (parts.Length > 1) _field = parts[1];
    }

    public string Text { get; }

    /// <summary>The setting or media that it looks at.</summary>
    public string Key { get; }

    /// <summary>The media that it looks at; null when it is a setting.</summary>
    public MediaRole? Media { get; }

    /// <summary>Whether it is the measured length of media.</summary>
    public bool IsSeconds => Media is not null && _field is SecondsSuffix;

    /// <summary>Whether it makes sense at all.</summary>
    public bool IsValid => Media is null ? _field.Length == 0 || Key.StartsWith(Prefix) : _field is SecondsSuffix or CountSuffix;

    /// <summary>The number in a request; null when it is not known. What is not given counts 0. Begun seconds count, as they do on a bill.</summary>
    public decimal? Of(Dictionary<string, string> values, GenerationInput form, InputFacts facts) =>
        Measured(values, form, facts) is { } number ? IsSeconds ? decimal.Ceiling(number) : number : null;

    /// <summary>The same with seconds as they were measured.</summary>
    public decimal? Measured(Dictionary<string, string> values, GenerationInput form, InputFacts facts)
    {
        if (Media is { } role) return IsSeconds ? Seconds(role.Get(form), facts) : role.Get(form).Count;
        if (_field.Length > 0) return Items(form.Parameters?[Key[Prefix.Length..]] as JsonArray);
        return values.TryGetValue(Key, out var value) ? ScalarText.Number(value) : 0;
    }

    private static decimal? Seconds(IReadOnlyList<string> media, InputFacts facts)
    {
        var total = 0m;
        foreach (var one in media)
        {
            if (!facts.Media.TryGetValue(one, out var measure)) return null;
            total += measure.Seconds;
        }

        return total;
    }

    // Looked at before the items are known to be right: what no item may be counts as the most, so that no sum overflows.
    private decimal Items(JsonArray? items) => items is null ? 0
        : _field is CountSuffix ? items.Count
        : items.Sum(item => item is JsonObject fields && ScalarText.Of(fields[_field]) is { } text ? Math.Clamp(ScalarText.Number(text) ?? 0, 0, MediaMeasure.MostSeconds) : 0);
}
