using System.Text.Json;
using Kinora.Core.Assets;

namespace Kinora.Server.OpenAi;

/// <summary>The fields of a request as texts, whether they came as JSON or as the parts of a form; <c>a[b]</c> is the field b of a.</summary>
internal sealed class VideoFields
{
    /// <summary>More than any client sends.</summary>
    private const int Most = 200;

    private readonly Dictionary<string, List<string>> _texts = [];
    private int _count;

    /// <summary>What was uploaded with the request, in its order.</summary>
    public List<Asset> Files { get; } = [];

    /// <summary>The field's value; null when it is absent, null or blank. Of several the last counts, as in any form.</summary>
    public string? Text(string name) => Texts(name) is [.., var last] ? last : null;

    public IReadOnlyList<string> Texts(string name) => _texts.GetValueOrDefault(name) ?? [];

    /// <summary>Adds one part of a form. Where it is written JSON of an object, its fields are meant.</summary>
    /// <returns>False when there are too many.</returns>
    public bool Add(string name, string text)
    {
        if (name.EndsWith("[]", StringComparison.Ordinal)) name = name[..^2];
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (text.AsSpan().TrimStart() is not ['{', ..]) return AddText(name, text);
        try
        {
            using var written = JsonDocument.Parse(text);
            return AddValue(name, written.RootElement);
        }
        catch (JsonException)
        {
            return AddText(name, text);
        }
    }

    /// <summary>Adds the fields of a JSON object.</summary>
    /// <returns>False when there are too many.</returns>
    /// <exception cref="InvalidOperationException">Some text in it is no Unicode.</exception>
    public bool AddAll(JsonElement body, string prefix = "")
    {
        foreach (var field in body.EnumerateObject())
            if (!AddValue(prefix.Length == 0 ? field.Name : $"{prefix}[{field.Name}]", field.Value)) return false;
        return true;
    }

    // Nothing that is meant lies deeper than one object in a list, or one object.
    private bool AddValue(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => name.Contains('[') || AddAll(value, name),
        JsonValueKind.Array => name.Contains('[') || value.EnumerateArray().All(item => item.ValueKind is JsonValueKind.Array || AddValue(name, item)),
        JsonValueKind.Null => true,
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()) || AddText(name, value.GetString()!),
        _ => AddText(name, value.GetRawText()),
    };

    private bool AddText(string name, string text)
    {
        if (++_count > Most) return false;
        if (!_texts.TryGetValue(name, out var texts)) _texts[name] = texts = [];
        texts.Add(text);
        return true;
    }
}
