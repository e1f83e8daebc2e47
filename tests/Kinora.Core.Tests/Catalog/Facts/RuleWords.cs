using System.Text.Json;
using System.Text.Json.Nodes;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Makes the conditions of the catalog's rules hold, or not hold, in a request.</summary>
internal static class RuleWords
{
    private const string Mode = "mode";

    private static readonly string[] Resolutions = ["480p", "720p", "1080p"];

    /// <summary>Makes every condition hold.</summary>
    /// <returns>False when this mode cannot.</returns>
    public static bool Satisfy(RequestMaker maker, JsonElement rule) => rule.Fields("when").All(term => Satisfy(maker, term));

    /// <summary>What may make a field take a value that it does not take by itself: conditions that permit it, or that lift a ban.</summary>
    public static IEnumerable<Func<RequestMaker, bool>> Helps(RawVariant variant, JsonElement parameter, JsonNode value)
    {
        var word = FormWords.Word(parameter, value);
        foreach (var rule in variant.Json.List("rules"))
        {
            if (!rule.Has("allowed") || rule.Text("setting") != FormWords.Key(parameter)) continue;
            if (rule.List("allowed").Any(one => one.ToString() == word.ToString()))
            {
                yield return maker => Satisfy(maker, rule);
                continue;
            }

            foreach (var term in rule.Fields("when").Where(one => one.Name != Mode))
            {
                foreach (var other in Others(variant, term)) yield return maker => maker.SayKey(term.Name, other);
            }
        }
    }

    private static bool Satisfy(RequestMaker maker, JsonProperty term) => (term.Name, term.Value.ValueKind) switch
    {
        (Mode, JsonValueKind.Array) => term.Value.EnumerateArray().Any(one => one.GetString() == maker.Mode),
        (Mode, _) => term.Value.GetString() == maker.Mode,
        (_, JsonValueKind.Null) => maker.SayKey(term.Name, null),
        (_, JsonValueKind.Array) => maker.SayKey(term.Name, term.Value[0].Node()),
        (_, JsonValueKind.Object) => maker.SaySomething(term.Name),
        _ => maker.SayKey(term.Name, term.Value.Node()),
    };

    // Every word of a setting that the term does not name; of media: the other of given and not given.
    private static IEnumerable<JsonNode?> Others(RawVariant variant, JsonProperty term)
    {
        JsonElement[] values = term.Value.ValueKind is JsonValueKind.Array ? [.. term.Value.EnumerateArray()] : [term.Value];
        var named = values.Select(one => one.ToString()).ToArray();
        if (term.Name is RequestMaker.SourceResolution) return Resolutions.Except(named).Select(one => (JsonNode)JsonValue.Create(one));
        var parameter = variant.Parameters.FirstOrDefault(one => FormWords.Key(one) == term.Name);
        if (parameter.ValueKind is not JsonValueKind.Object) return [JsonValue.Create(term.Value.ValueKind is JsonValueKind.False)];
        return SampleValues.Accepted(parameter).Select(value => FormWords.Word(parameter, value))
            .Where(word => !named.Contains(word.ToString(), StringComparer.OrdinalIgnoreCase)).Append(null);
    }
}
