using System.Text.Json.Nodes;

namespace Kinora.Core.Catalog;

/// <summary>Where a mode's media of one role go.</summary>
internal sealed class MediaSlot(MediaEntry entry, Parameter into)
{
    private const string Address = "$media", Length = "$seconds";

    public MediaRole Role { get; } = MediaRole.Find(entry.Role)!;
    public Parameter Into { get; } = into;
    public bool Required => entry.Required;

    /// <summary>Fewest, when any are given.</summary>
    public int Min => entry.Min;
    public int Max { get; } = MediaRole.Find(entry.Role)!.Many ? entry.Max ?? into.Entry.MaxItems ?? int.MaxValue : 1;

    /// <summary>The variants whose takes it continues.</summary>
    public IReadOnlyList<string> From => entry.From;

    /// <summary>One medium as the provider's list wants it.</summary>
    public JsonNode Write(string media, InputFacts facts)
    {
        if (entry.Item.Count == 0) return JsonValue.Create(media);
        var item = new JsonObject();
        foreach (var (name, value) in entry.Item)
        {
            item[name] = ScalarText.Of(value) switch
            {
                Address => JsonValue.Create(media),
                Length => JsonValue.Create(facts.Media.TryGetValue(media, out var measure) ? Math.Round(measure.Facts.DurationSeconds, 3) : 0),
                _ => JsonValue.Create(value),
            };
        }

        return item;
    }

    /// <summary>The address in one item of the provider's list; null when it has none.</summary>
    public string? Read(JsonNode? item)
    {
        if (entry.Item.Count == 0) return ScalarText.Of(item);
        var field = entry.Item.First(one => ScalarText.Of(one.Value) is Address).Key;
        return item is JsonObject fields ? ScalarText.Of(fields[field]) : null;
    }
}
