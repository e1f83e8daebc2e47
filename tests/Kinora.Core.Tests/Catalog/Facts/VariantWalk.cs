using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Requests for each mode of each variant that makes videos, from the smallest to the largest.</summary>
internal static class VariantWalk
{
    /// <summary>Documented fields that no request form sends, with the reason.</summary>
    private static readonly Dictionary<(string Variant, string Field), string> Unsent = new()
    {
        [("pixverse-v6/image-to-video", "template_id")] = "a template excludes the length, which the provider requires and which makes the price",
        [("grok-imagine/image-to-video", "task_id")] = "it names a picture made elsewhere, and pictures make the modes of this model",
        [("grok-imagine/image-to-video", "index")] = "as task_id",
    };

    /// <summary>Documented values that no request form may have, with the reason.</summary>
    public static readonly Dictionary<(string Variant, string Field, string Value), string> Untaken = new()
    {
        [("grok-imagine/image-to-video", "mode", "spicy")] = "it is not available with pictures from outside, and others do not come here",
    };

    public static IReadOnlyList<RawVariant> Variants { get; } = RawCatalog.Variants;

    /// <summary>Those that a person can ask for: they make videos, and a provider that is connected runs them.</summary>
    public static IEnumerable<RawVariant> VideoVariants =>
        Variants.Where(variant => !variant.Json.Has("result") && variant.Routes.Any(route => route.Provider is "kie"));

    public static bool IsSent(RawVariant variant, JsonElement parameter) => !Unsent.ContainsKey((variant.Id, parameter.Name()));

    public static RawVariant Variant(string id) => Variants.Single(variant => variant.Id == id);

    public static RequestMaker Maker(string id, string mode)
    {
        var variant = Variant(id);
        return new(variant, variant.Modes.Single(one => one.Text("mode") == mode));
    }

    /// <summary>One request after the other with one thing more, each in its largest form, as long as it is taken.</summary>
    public static (RequestMaker Maker, PlanResult Result) Largest(RawVariant variant, JsonElement mode)
    {
        var said = new List<Action<RequestMaker>>();
        var best = Built(variant, mode, said);
        foreach (var more in Additions(variant, mode))
        {
            said.Add(more);
            var next = Built(variant, mode, said);
            if (next.Result.Plan is null) said.RemoveAt(said.Count - 1);
            else best = next;
        }

        return best;
    }

    /// <summary>A request that sends one field with a value, if any mode can; else the last refusal.</summary>
    public static (RequestMaker Maker, PlanResult Result)? Sending(RawVariant variant, JsonElement parameter, JsonNode value)
    {
        (RequestMaker Maker, PlanResult Result)? last = null;
        var name = parameter.Name();
        foreach (var mode in variant.Modes)
        {
            foreach (var help in RuleWords.Helps(variant, parameter, value).Prepend(_ => true))
            {
                var maker = new RequestMaker(variant, mode);
                if (!maker.Say(name, maker.IsMedia(name) ? JsonValue.Create(true) : value) || !help(maker)) continue;
                last = (maker, maker.Complete());
                if (last.Value.Result.Plan?.WireInput.ContainsKey(name) is true) return last;
            }
        }

        return last;
    }

    /// <summary>Why a mode takes no request with a word in a field of the form, whatever else is said; null when it does.</summary>
    public static string? Refusal(string id, string mode, string key, JsonNode word)
    {
        var variant = Variant(id);
        var parameters = variant.Parameters.Where(one => FormWords.Key(one) == key);
        var helps = parameters.SelectMany(one => RuleWords.Helps(variant, one, word)).Prepend(_ => true);
        string? refusal = null;
        foreach (var help in helps)
        {
            var maker = Maker(id, mode);
            if (!maker.SayKey(key, word)) maker.SayForm(key, word);
            if (!help(maker)) continue;
            var result = maker.Complete();
            if (result.Plan is not null) return null;
            refusal ??= string.Join(' ', result.Faults.Select(fault => fault.Message));
        }

        return refusal;
    }

    /// <summary>Wire input made of nothing but what is required, for variants that no request form reaches.</summary>
    public static JsonObject BareWire(RawVariant variant, bool largest)
    {
        var wire = new JsonObject();
        foreach (var parameter in variant.Parameters.Where(one => largest || one.Flag("required")))
            wire[parameter.Name()] = largest ? SampleValues.Largest(parameter) : SampleValues.Smallest(parameter);
        return wire;
    }

    private static (RequestMaker Maker, PlanResult Result) Built(RawVariant variant, JsonElement mode, List<Action<RequestMaker>> said)
    {
        var maker = new RequestMaker(variant, mode);
        foreach (var one in said) one(maker);
        return (maker, maker.Complete());
    }

    private static IEnumerable<Action<RequestMaker>> Additions(RawVariant variant, JsonElement mode)
    {
        foreach (var media in mode.List("media"))
        {
            var role = media.Text("role");
            yield return maker => maker.Give(role, role is "references" or "referenceVideos" or "referenceAudio" ? maker.Most(role) : null);
        }

        foreach (var parameter in variant.Parameters)
        {
            var name = parameter.Name();
            yield return maker =>
            {
                if (maker.IsSetting(name)) maker.Say(name, SampleValues.Largest(parameter));
            };
        }
    }
}
