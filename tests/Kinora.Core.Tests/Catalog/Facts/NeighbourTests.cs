using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Each enum value and each end of a limit is taken, and its neighbour is refused: on the wire and in the request form.</summary>
public class NeighbourTests
{
    public static TheoryData<string> Variants => new(VariantWalk.Variants.Select(variant => variant.Id));

    public static TheoryData<string> VideoVariants => new(VariantWalk.VideoVariants.Select(variant => variant.Id));

    [Theory]
    [MemberData(nameof(Variants))]
    public void Neighbour_on_the_wire_is_refused(string id)
    {
        var (raw, variant) = (VariantWalk.Variant(id), Shipped.Variant(id));
        foreach (var parameter in raw.Parameters)
        {
            var (name, wire) = (parameter.Name(), Wire(raw, parameter));
            ModelCatalog.CheckWire(variant, wire).ShouldBeEmpty($"{id}: {name}");
            foreach (var wrong in SampleValues.Refused(parameter))
                Faults(variant, wire, name, wrong).ShouldContain(field => IsAbout(field, name), $"{id}: {name}: {Shown(wrong)}");
            var isRequired = parameter.Flag("required");
            if (isRequired) Faults(variant, wire, name, null).ShouldContain(name, $"{id}: {name}: absent");
        }
    }

    [Theory]
    [MemberData(nameof(VideoVariants))]
    public void Every_value_of_a_form_is_taken(string id)
    {
        var raw = VariantWalk.Variant(id);
        var sendable = Settings(raw).Where(one => VariantWalk.IsSent(raw, one));
        foreach (var (parameter, value) in sendable.SelectMany(SampleValues.Accepted, (parameter, value) => (parameter, value)))
        {
            var name = parameter.Name();
            if (VariantWalk.Untaken.ContainsKey((id, name, value.ToString()))) continue;
            var sent = VariantWalk.Sending(raw, parameter, value);
            sent.ShouldNotBeNull($"{id}: {name}: {Shown(value)}");
            sent.Value.Result.Faults.ShouldBeEmpty($"{id}: {name}: {Shown(value)} in {sent.Value.Maker.Mode}");
        }
    }

    [Theory]
    [MemberData(nameof(VideoVariants))]
    public void Neighbour_in_the_form_is_refused(string id)
    {
        var raw = VariantWalk.Variant(id);
        foreach (var (parameter, mode) in Settings(raw).SelectMany(_ => raw.Modes, (parameter, mode) => (parameter, mode)))
        {
            var name = parameter.Name();
            foreach (var wrong in SampleValues.Refused(parameter))
            {
                var maker = new RequestMaker(raw, mode);
                // The form takes a word in any case.
                if (!maker.IsSetting(name) || IsOtherCase(parameter, wrong) || !maker.Say(name, wrong)) continue;
                if (Refusals(maker) is { } fields) fields.ShouldContain(FormWords.Key(parameter), $"{id}: {name}: {Shown(wrong)} in {maker.Mode}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(VideoVariants))]
    public void One_file_too_many_or_too_few_is_refused(string id)
    {
        var raw = VariantWalk.Variant(id);
        foreach (var (mode, media) in raw.Modes.SelectMany(mode => mode.List("media"), (mode, media) => (mode, media)))
        {
            var role = media.Text("role");
            if (role is not ("references" or "referenceVideos" or "referenceAudio")) continue;
            var into = raw.Parameters.Single(one => one.Name() == media.Text("into"));
            var (most, least) = (media.Whole("max") ?? into.Whole("maxItems"), media.Whole("min"));
            foreach (var count in new[] { most + 1, least > 1 ? least - 1 : null }.OfType<int>())
            {
                var maker = new RequestMaker(raw, mode);
                maker.Give(role, count);
                maker.Complete().Faults.Select(fault => fault.Field).ShouldContain(role, $"{id}: {role}: {count} in {maker.Mode}");
            }
        }
    }

    private static IEnumerable<JsonElement> Settings(RawVariant variant) =>
        variant.Parameters.Where(parameter => variant.Modes.Any(mode => new RequestMaker(variant, mode).IsSetting(parameter.Name())));

    // Input that is right, with the field where it can be sent.
    private static JsonObject Wire(RawVariant variant, JsonElement parameter) =>
        !VariantWalk.VideoVariants.Contains(variant) ? VariantWalk.BareWire(variant, largest: variant.Modes.Count == 1)
        : !VariantWalk.IsSent(variant, parameter) ? new RequestMaker(variant, variant.Modes[0]).Complete().Plan!.WireInput
        : VariantWalk.Sending(variant, parameter, SampleValues.Smallest(parameter))!.Value.Result.Plan!.WireInput;

    private static string[] Faults(ModelVariant variant, JsonObject wire, string name, JsonNode? wrong)
    {
        var changed = wire.DeepClone().AsObject();
        changed.Remove(name);
        if (wrong is not null) changed[name] = wrong.DeepClone();
        return [.. ModelCatalog.CheckWire(variant, changed).Select(fault => fault.Field)];
    }

    // Null when it does not even fit the form's JSON types.
    private static string[]? Refusals(RequestMaker maker)
    {
        try
        {
            return [.. maker.Complete().Faults.Select(fault => fault.Field)];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsAbout(string field, string name) => field == name || field.StartsWith(name + "[", StringComparison.Ordinal);

    private static bool IsOtherCase(JsonElement parameter, JsonNode wrong) =>
        parameter.Has("role") && parameter.List("enum").Select(one => one.ToString()).Contains(wrong.ToString(), StringComparer.OrdinalIgnoreCase);

    private static string Shown(JsonNode value) => value.ToJsonString() is { Length: > 60 } text ? text[..60] : value.ToJsonString();
}
