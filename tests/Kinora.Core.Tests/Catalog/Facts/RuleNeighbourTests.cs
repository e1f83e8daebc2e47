using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Each rule of the catalog refuses a request that breaks nothing else, and says why.</summary>
public class RuleNeighbourTests
{
    private const int Many = 12;

    public static TheoryData<string, int> Rules =>
        new(VariantWalk.VideoVariants.SelectMany(variant => variant.Json.List("rules").Index().Select(rule => (variant.Id, rule.Index))));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Request_that_breaks_the_rule_is_refused_with_its_reason(string id, int index)
    {
        var variant = VariantWalk.Variant(id);
        var rule = variant.Json.List("rules").ElementAt(index);
        var reason = rule.Text("reason");
        if (IsFilledIn(variant, rule))
        {
            WireWithout(variant, rule).ShouldContain(fault => fault.Kind == WireFaultKind.Required, $"{id}: {rule}");
            return;
        }

        var refusals = variant.Modes.SelectMany(mode => Broken(variant, mode, rule)).SelectMany(maker => maker.Complete().Faults).ToArray();

        var messages = refusals.Select(one => one.Message).Distinct().ToArray();
        messages.ShouldContain(message => message.Contains(reason, StringComparison.Ordinal), $"{id}: {rule}: found {string.Join("; ", messages)}");
    }

    // A demand that Kinora's own default always fulfils; only input from elsewhere can break it.
    private static bool IsFilledIn(RawVariant variant, JsonElement rule) =>
        rule.Has("required") && variant.Model.Fields("defaults").Any(one => one.Name == rule.Text("setting"));

    private static IReadOnlyList<WireFault> WireWithout(RawVariant variant, JsonElement rule)
    {
        var maker = variant.Modes.Select(mode => new RequestMaker(variant, mode)).First(one => RuleWords.Satisfy(one, rule));
        var plan = maker.Complete().Plan.ShouldNotBeNull();
        plan.WireInput.Remove(variant.Parameters.Single(one => FormWords.Key(one) == rule.Text("setting")).Name()).ShouldBeTrue();
        return ModelCatalog.CheckWire(plan.Variant, plan.WireInput);
    }

    // Requests that fulfil the conditions and do not do what follows of them.
    private static IEnumerable<RequestMaker> Broken(RawVariant variant, JsonElement mode, JsonElement rule)
    {
        foreach (var breach in Breaches(variant, rule))
        {
            var maker = new RequestMaker(variant, mode) { MediaSeconds = rule.Has("sum") ? 14 : 5 };
            if (RuleWords.Satisfy(maker, rule) && breach(maker)) yield return maker;
        }
    }

    private static IEnumerable<Func<RequestMaker, bool>> Breaches(RawVariant variant, JsonElement rule)
    {
        if (rule.TryGetProperty("allowed", out var allowed))
        {
            var (key, words) = (rule.Text("setting"), allowed.EnumerateArray().Select(one => one.ToString()).ToArray());
            foreach (var word in Words(variant, key, allowed))
            {
                if (!words.Contains(word.ToString(), StringComparer.OrdinalIgnoreCase)) yield return maker => maker.SayKey(key, word);
            }
        }
        else if (rule.TryGetProperty("sum", out var sum))
        {
            yield return maker => sum.EnumerateObject().Select(one => SayMuch(variant, maker, one.Name)).ToArray().Contains(true);
        }
        else if (rule.TryGetProperty("notTogether", out var apart))
        {
            yield return maker => apart.EnumerateArray().Count(one => maker.SaySomething(one.GetString()!)) > 1;
        }
        else
        {
            string[] needed = rule.Has("anyOf") ? [.. rule.Texts("anyOf")] : [rule.Text("setting")];
            yield return maker =>
            {
                foreach (var key in needed) maker.Withhold(key);
                return true;
            };
        }
    }

    // Every word of a setting, and the numbers beside those that are allowed; of media, that they are given.
    private static IEnumerable<JsonNode> Words(RawVariant variant, string key, JsonElement allowed)
    {
        var parameter = variant.Parameters.FirstOrDefault(one => FormWords.Key(one) == key);
        if (parameter.ValueKind is not JsonValueKind.Object) return [JsonValue.Create(true)];
        var numbers = allowed.EnumerateArray().Where(one => one.ValueKind is JsonValueKind.Number).Select(one => one.GetInt64());
        var beside = numbers.SelectMany(one => new[] { one - 1, one + 1 });
        return SampleValues.Accepted(parameter).Concat([SampleValues.Smallest(parameter)]).Select(value => FormWords.Word(parameter, value))
            .Concat(beside.Select(one => (JsonNode)JsonValue.Create(one)));
    }

    // As many pieces, or as long ones, as the field itself takes.
    private static bool SayMuch(RawVariant variant, RequestMaker maker, string quantity)
    {
        var parts = quantity.Split('.');
        var key = parts[0] is "parameters" ? $"parameters.{parts[1]}" : parts[0];
        var parameter = variant.Parameters.FirstOrDefault(one => FormWords.Key(one) == key);
        if (parameter.ValueKind is not JsonValueKind.Object) return maker.Give(key, parts[^1] is "count" ? maker.Most(key) : null);
        if (parts.Length < 3) return maker.Say(parameter.Name(), SampleValues.Largest(parameter));
        var items = SampleValues.Items(parameter, parameter.Whole("maxItems") ?? Many);
        foreach (var field in parameter.List("items").Where(one => one.Name() == parts[2]))
        {
            foreach (var item in items) item![parts[2]] = SampleValues.Largest(field);
        }

        return maker.Say(parameter.Name(), items);
    }
}
