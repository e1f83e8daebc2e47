using System.Text.Json;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>
/// Holds every field of every documented model against the facts, as plain JSON on both sides. The sandbox validates with the catalog
/// itself, so nothing that goes through Kinora's own mapping could show that the catalog is wrong.
/// </summary>
public class WireFieldTests
{
    /// <summary>
    /// Where the catalog differs on purpose: the entries, the field, its word (null: the whole field), what the facts say and what the
    /// catalog says (null: anything), and why.
    /// </summary>
    private static readonly (Func<EntryFacts, bool> Of, string Field, string? Word, string? Expected, string? Found, string Reason)[] Exceptions =
    [
        (_ => true, "callBackUrl", null, null, null, "the provider's adapter sets it for every request"),
        (entry => entry.Endpoint is "veo", "model", null, null, null, "the selector of the dedicated Veo endpoint is the route's wireId"),
        (entry => entry.Endpoint is "veo", "enableFallback", null, null, null, "deprecated, and ignored by the provider"),
        (entry => entry.Id is "veo-3-1", "enable_fallback", null, null, null, "deprecated, and ignored by the provider"),
        (_ => true, "*", "default", "[]", "null", "the schema knows scalar defaults only, and an empty list is what an absent one means"),
        (entry => entry.Id is "sora-watermark-remover", "video_url", "pattern", "null", null, "documented in words: a link that starts so"),
        (entry => entry.Id is "sora-2-characters-pro", "timestamps", "pattern", "null", null, "documented in words: \"from,to\" in seconds"),
    ];

    /// <summary>What a parameter may say: the fact's word, the catalog's word, and what its absence means.</summary>
    private static readonly (string Fact, string Catalog, string Absent)[] Words =
    [
        ("type", "type", "null"), ("required", "required", "false"), ("default", "default", "null"), ("enum", "enum", "null"),
        ("min", "min", "null"), ("max", "max", "null"), ("extraAllowed", "extra", "null"), ("minLength", "minLength", "null"),
        ("maxLength", "maxLength", "null"), ("pattern", "pattern", "null"), ("minItems", "minItems", "0"), ("maxItems", "maxItems", "null"),
        ("acceptedMime", "contentTypes", "null"), ("maxFileMB", "maxMegabytes", "null"),
    ];

    public static TheoryData<string, string> Documented =>
        new(VideoModelFacts.Entries.Where(entry => entry.IsDocumented).Select(entry => (entry.Endpoint, entry.Id)));

    [Theory]
    [MemberData(nameof(Documented))]
    public void Fields_are_exactly_the_documented_ones(string endpoint, string id)
    {
        var entry = VideoModelFacts.Entry(endpoint, id);
        var variant = RawCatalog.Find(endpoint, id).ShouldNotBeNull($"{entry}: expected a variant with this route, found none");
        var facts = entry.Parameters.Where(fact => !IsException(entry, Name(fact), null, null, null));

        Differences(entry, $"{entry}: ", facts, variant.Parameters).ShouldBeEmpty();
    }

    [Fact]
    public void Every_route_of_the_provider_is_documented()
    {
        var known = VideoModelFacts.Entries.Where(entry => entry.IsDocumented).Select(entry => ("kie", entry.Endpoint, entry.Id));
        RawCatalog.Variants.SelectMany(variant => variant.Routes).Where(route => route.Provider is "kie").Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void Differences_are_seen()
    {
        const string fact = """{ "name": "a", "type": "string", "required": true, "default": "1", "enum": ["1", "2"], "maxLength": 9 }""";
        Compare(fact, fact).ShouldBeEmpty();
        Compare(fact, """{ "name": "a", "type": "string", "required": true, "default": "1", "enum": ["2", "1"], "maxLength": 9, "role": "prompt" }""").ShouldBeEmpty();
        Compare(fact, """{ "name": "b", "type": "string" }""").ShouldBe(["a: expected this field, found none", "b: expected no such field"]);
        Compare(fact, """{ "name": "a", "type": "integer", "default": 1, "enum": ["1", "2", "3"], "max": 9 }""").ShouldBe(
        [
            "a.type: expected \"string\", found \"integer\"", "a.required: expected true, found false", "a.default: expected \"1\", found 1",
            "a.enum: expected [\"1\",\"2\"], found [\"1\",\"2\",\"3\"]", "a.max: expected null, found 9", "a.maxLength: expected 9, found null",
        ]);
        Compare("""{ "name": "a", "type": "array", "item": [{ "name": "b", "type": "number", "min": 0.1 }] }""",
            """{ "name": "a", "type": "array", "items": [{ "name": "b", "type": "number", "min": 0.2 }] }""").ShouldBe(["a.b.min: expected 0.1, found 0.2"]);
    }

    private static IEnumerable<string> Differences(
        EntryFacts? entry, string path, IEnumerable<JsonElement> facts, IEnumerable<JsonElement> parameters)
    {
        var found = parameters.ToDictionary(Name);
        foreach (var fact in facts)
        {
            if (!found.Remove(Name(fact), out var parameter)) yield return $"{path}{Name(fact)}: expected this field, found none";
            else foreach (var difference in Differences(entry, $"{path}{Name(fact)}.", fact, parameter)) yield return difference;
        }

        foreach (var name in found.Keys) yield return $"{path}{name}: expected no such field";
    }

    private static IEnumerable<string> Differences(EntryFacts? entry, string path, JsonElement fact, JsonElement parameter)
    {
        foreach (var (word, ours, absent) in Words)
        {
            var (expected, found) = (Value(fact, word, absent), Value(parameter, ours, absent));
            if (expected != found && !IsException(entry, Name(fact), ours, expected, found)) yield return $"{path}{ours}: expected {expected}, found {found}";
        }

        foreach (var difference in Differences(entry, path, fact.List("item"), parameter.List("items"))) yield return difference;
    }

    private static bool IsException(EntryFacts? entry, string field, string? word, string? expected, string? found) =>
        entry is not null && Exceptions.Any(one => one.Of(entry) && (one.Field == field || one.Field is "*")
            && one.Word == word && one.Expected == expected && (one.Found ?? found) == found);

    // Lists are sets here: the order of an enum is a matter of taste.
    private static string Value(JsonElement json, string field, string absent)
    {
        if (!json.TryGetProperty(field, out var value)) return absent;
        return value.ValueKind is JsonValueKind.Array
            ? $"[{string.Join(',', value.EnumerateArray().Select(Text).Order(StringComparer.Ordinal))}]"
            : Text(value);
    }

    // However a number or a text is written.
    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDecimal().ToString("0.############"),
        JsonValueKind.String => $"\"{value.GetString()}\"",
        _ => value.GetRawText(),
    };

    private static string Name(JsonElement parameter) => parameter.Name();

    private static string[] Compare(string fact, string parameter) =>
        [.. Differences(null, "", [JsonElement.Parse(fact)], [JsonElement.Parse(parameter)])];
}
