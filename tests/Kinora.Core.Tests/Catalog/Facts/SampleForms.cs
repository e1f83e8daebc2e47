using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Media;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>A request form and what is known of its media.</summary>
internal sealed record SampleForm(GenerationInput Form, InputFacts Facts);

/// <summary>
/// Random request forms: every name that the catalog knows, likely and unlikely values in every field, files that fit and files that do not.
/// </summary>
internal static class SampleForms
{
    private static readonly string[] MediaRoles =
        ["firstFrame", "lastFrame", "references", "sourceVideo", "motionVideo", "audio", "referenceVideos", "referenceAudio", "source"];

    private static readonly SourceTake?[] Takes =
        [null, new("veo3_fast", "720p"), new("veo3", null), new("grok-imagine/text-to-video", "480p"), new("runway/generate", "720p")];

    private static readonly string[] Lists = ["references", "referenceVideos", "referenceAudio"];

    /// <summary>Null where the values do not fit the form's own JSON types.</summary>
    public static Gen<SampleForm?> All { get; } =
        from variant in Gen.Elements(RawCatalog.Variants.ToArray())
        from name in Gen.Elements(Names(variant))
        from mode in Gen.Elements(variant.Modes.ToArray())
        from fields in Fields(variant, mode)
        from facts in Facts(fields)
        select Form(name, fields) is { } form ? new SampleForm(form, facts) : null;

    private static string[] Names(RawVariant variant) =>
        [variant.Id, variant.Id, variant.Model.Text("id"), .. variant.Model.Texts("aliases"), .. variant.Json.Texts("aliases")];

    private static Gen<JsonObject> Fields(RawVariant variant, JsonElement mode)
    {
        Gen<(string Key, JsonNode? Value)[]> all = Gen.Constant<(string, JsonNode?)[]>([]);
        void Add(string key, Gen<JsonNode?> value) => all = from before in all from one in value select ((string, JsonNode?)[])[.. before, (key, one)];

        Add("mode", Maybe(3, mode.Text("mode"), "text-to-video", "extend"));
        Add("tier", Maybe(9, variant.Json.TryGetProperty("tier", out var tier) ? tier.GetString()! : "pro", "pro"));
        foreach (var parameter in variant.Parameters.Where(one => new RequestMaker(variant, mode).IsSetting(one.Name())))
            Add(FormWords.Key(parameter), Value(parameter));
        foreach (var clause in variant.Json.List("clauses"))
            Add(clause.Text("role"), Maybe(5, [.. clause.Fields("texts").Select(one => one.Name), "no-such-word"]));
        foreach (var role in MediaRoles)
            Add(role, Media(role, mode.List("media").FirstOrDefault(media => media.Text("role") == role)));
        Add("style", Maybe(40, "noir"));
        Add("watermark", Maybe(40, "me"));
        Add("parameters.colour", Maybe(40, "red"));
        return all.Select(Merged);
    }

    private static Gen<JsonNode?> Value(JsonElement parameter)
    {
        var right = SampleValues.Accepted(parameter).Select(one => Word(parameter, one)).ToArray();
        var wrong = SampleValues.Refused(parameter).Select(one => Word(parameter, one)).DefaultIfEmpty(null).ToArray();
        var (nothing, something) = FormWords.Key(parameter) is "prompt" ? (1, 20) : (12, 6);
        return Gen.Frequency((nothing, Gen.Constant<JsonNode?>(null)), (something, Gen.Elements(right)), (1, Gen.Elements(wrong)));
    }

    private static JsonNode? Word(JsonElement parameter, JsonNode value) =>
        FormWords.Typed(FormWords.Key(parameter), FormWords.Word(parameter, value));

    private static Gen<JsonNode?> Media(string role, JsonElement media)
    {
        var isTaken = media.ValueKind is JsonValueKind.Object;
        var isRequired = isTaken && media.Flag("required");
        if (!Lists.Contains(role)) return Maybe(isRequired ? 0 : isTaken ? 2 : 60, role is "source" ? "gen_1" : SampleMedia.Address(role, 0));
        var counts = isTaken ? new[] { 1, 2, 3, 5, 7, 10, media.Whole("min") ?? 1 } : [1];
        var lists = Gen.Elements(counts).Select(count => Enumerable.Range(0, count).Select(index => (JsonNode)SampleMedia.Address(role, index)));
        return Gen.Frequency((isRequired ? 1 : isTaken ? 3 : 80, Gen.Constant<JsonNode?>(null)), (5, lists.Select(list => (JsonNode?)new JsonArray([.. list]))));
    }

    private static Gen<InputFacts> Facts(JsonObject fields)
    {
        Gen<(string Address, MediaMeasure? Measure)[]> all = Gen.Constant<(string, MediaMeasure?)[]>([]);
        foreach (var role in MediaRoles.Where(role => role is not "source" && fields.ContainsKey(role)))
        {
            string[] given = fields[role] is JsonArray list ? [.. list.Select(one => one!.GetValue<string>())] : [fields[role]!.GetValue<string>()];
            foreach (var address in given)
                all = from before in all from one in Measure(role) select ((string, MediaMeasure?)[])[.. before, (address, one)];
        }

        return from media in all
               let known = media.Where(one => one.Measure is not null).ToDictionary(one => one.Address, one => one.Measure!)
               from take in Gen.Elements(Takes)
               select new InputFacts { Media = known, Source = take };
    }

    private static Gen<MediaMeasure?> Measure(string role) =>
        from seconds in Gen.Elements(2.0, 3, 4.04, 5, 9.5, 12, 31, 700)
        from type in Gen.Elements(SampleMedia.Kind(role) is "image" ? ["image/png", "image/jpeg"] : SampleMedia.Kind(role) is "audio"
            ? ["audio/mpeg", "audio/wav"] : new[] { "video/mp4", "video/quicktime" })
        from odd in Gen.Elements(0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3)
        select odd switch
        {
            1 => null,
            2 => new(new MediaFacts("application/pdf", 0, 0, 0, 0, "", null), 1),
            3 => new(new MediaFacts(type, 64, 6400, seconds, 12, "h264", null), 900_000_000),
            _ => (MediaMeasure?)new(new MediaFacts(type, 1280, 720, SampleMedia.Kind(role) is "image" ? 0 : seconds, 25, "h264", "aac"), 100_000),
        };

    private static Gen<JsonNode?> Maybe(int rarity, params string[] values) =>
        Gen.Frequency((rarity, Gen.Constant<JsonNode?>(null)), (1, Gen.Elements(values).Select(value => (JsonNode?)JsonValue.Create(value))));

    private static JsonObject Merged((string Key, JsonNode? Value)[] fields)
    {
        var form = new JsonObject();
        foreach (var (key, value) in fields.Where(one => one.Value is not null))
        {
            var isFree = key.StartsWith("parameters.", StringComparison.Ordinal);
            var into = isFree ? (JsonObject)(form["parameters"] ??= new JsonObject()) : form;
            into[isFree ? key["parameters.".Length..] : key] = value!.DeepClone();
        }

        return form;
    }

    private static GenerationInput? Form(string model, JsonObject fields)
    {
        fields["model"] = model;
        try
        {
            return fields.Deserialize<GenerationInput>(JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
