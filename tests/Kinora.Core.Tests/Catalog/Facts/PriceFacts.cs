using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>One published price under one choice of its conditions, said with a request and worked out by hand.</summary>
internal sealed class PriceFacts
{
    /// <summary>What the provider knows of a take that is continued, as prices name it.</summary>
    private static readonly Dictionary<string, string> TierOfTake = new() { ["lite"] = "veo3_lite", ["fast"] = "veo3_fast", ["quality"] = "veo3" };

    private readonly EntryFacts _entry;
    private readonly JsonElement _row;
    private readonly IReadOnlyList<(string Name, JsonNode Value)> _conditions;

    private PriceFacts(EntryFacts entry, JsonElement row, IReadOnlyList<(string Name, JsonNode Value)> conditions) =>
        (_entry, _row, _conditions) = (entry, row, conditions);

    /// <summary>A row, once for each value of a condition that lists several.</summary>
    public static IEnumerable<PriceFacts> Of(EntryFacts entry, int row)
    {
        var price = entry.Prices[row];
        IEnumerable<(string Name, JsonNode Value)[]> cases = [[]];
        foreach (var condition in price.Fields("when"))
        {
            var values = condition.Value.ValueKind is JsonValueKind.Array ? condition.Value.EnumerateArray().ToArray() : [condition.Value];
            cases = cases.SelectMany(_ => values, (one, value) => ((string, JsonNode)[])[.. one, (condition.Name, value.Node())]).ToArray();
        }

        return cases.Select(one => new PriceFacts(entry, price, one));
    }

    /// <summary>The provider's fields whose seconds are paid for; of media, their length.</summary>
    private string[] CountedFields => _row.Has("of") ? [.. _row.Texts("of")] : IsPerSecond && !HasFixedLength ? ["duration"] : [];
    private bool IsPerSecond => _row.Text("per") is "second";
    private bool HasFixedLength => _row.Has("seconds");

    /// <summary>Whether the length of some input is paid for.</summary>
    public bool CountsMedia => CountedFields.Any(name => name is not ("duration" or "num_frames"));

    /// <summary>Says the conditions, and what is counted, in the words of a request.</summary>
    /// <returns>Null when the mode cannot say them.</returns>
    public Said? Say(RawVariant variant, RequestMaker maker, bool withMedia, bool withDuration)
    {
        var seconds = Length(variant);
        // Where only the result counts, an input that decides its length is as long.
        maker.MediaSeconds = CountsMedia ? seconds + 1 : seconds;
        foreach (var (name, value) in _conditions)
        {
            if (!SayCondition(maker, name, value)) return null;
        }

        var media = CountedFields.Where(maker.IsMedia).Distinct().ToArray();
        if (withMedia && CountsMedia && !media.All(name => maker.Say(name, JsonValue.Create(true)))) return null;
        if (withDuration && CountedFields.Contains("duration") && Duration(variant) is { } field)
        {
            var name = field.Name();
            if (!maker.IsSetting(name)) return null;
            if (!_conditions.Any(one => one.Name == name)) maker.SayForm("duration", JsonValue.Create((long)seconds));
        }

        return new(withMedia && media.Length > 0);
    }

    /// <summary>The conditions that did not reach the provider as they stand.</summary>
    public IEnumerable<string> Unsent(GenerationPlan plan) =>
        from condition in _conditions
        let parameter = _entry.Parameters.FirstOrDefault(one => one.Name() == condition.Name)
        where parameter.ValueKind is JsonValueKind.Object && parameter.Text("type") is not "array"
        let sent = plan.WireInput[condition.Name] ?? parameter.GetProperty("default").Node()
        where !JsonNode.DeepEquals(sent, condition.Value)
        select $"{condition.Name}: expected {condition.Value.ToJsonString()}, found {sent.ToJsonString()}";

    /// <summary>What the row comes to for a request.</summary>
    public decimal Credits(RequestMaker maker, GenerationPlan plan)
    {
        var credits = _row.GetProperty("credits").GetDecimal();
        if (!IsPerSecond) return credits;
        if (_row.TryGetProperty("seconds", out var length)) return credits * length.GetDecimal();
        var sum = CountedFields.Sum(name => name is "duration" ? plan.Input.Duration ?? maker.MediaSeconds
            : maker.IsMedia(name) ? maker.MediaSeconds * Addresses(plan.WireInput[name])
            : Sent(plan, name));
        return credits * sum / (_row.TryGetProperty("over", out var over) ? Sent(plan, over.GetString()!) : 1);
    }

    /// <summary>What Kinora says that the provider asks; for what only the bill knows, when the bill says so.</summary>
    public decimal? Upstream(RequestMaker maker, GenerationPlan plan)
    {
        if (Label(plan) is not { } label) return plan.Quote.UpstreamCredits;
        var mode = plan.Variant.Shape.Mode(plan.Mode);
        var values = FormValues.Of(mode, plan.Input, maker.Facts);
        values["label.tier"] = label;
        var credits = plan.Variant.Shape.Prices.UpstreamCredits(new(plan.Variant.Shape, mode, values, plan.Input, maker.Facts));
        plan.Quote.UpstreamCredits.ShouldBeGreaterThanOrEqualTo(credits ?? 0, $"{this}: the quote is the upper bound");
        return credits;
    }

    public override string ToString() =>
        $"{_entry}: {_row.GetRawText()} with {string.Join(", ", _conditions.Select(one => $"{one.Name} {one.Value.ToJsonString()}"))}";

    private static bool SayCondition(RequestMaker maker, string name, JsonNode value)
    {
        switch (name)
        {
            case "tier":
                if (maker.MediaInto("task_id").Any()) maker.Source = new(TierOfTake[value.GetValue<string>()], "720p");
                return true;
            case "source_resolution":
                maker.Give("source");
                maker.Source = maker.Source! with { Resolution = value.GetValue<string>() };
                return true;
            default: return maker.Say(name, value);
        }
    }

    private string? Label(GenerationPlan plan) =>
        plan.Input.Source is null ? _conditions.FirstOrDefault(one => one.Name is "tier").Value?.GetValue<string>() : null;

    // Four seconds, or the nearest that the model makes.
    private static decimal Length(RawVariant variant)
    {
        if (Duration(variant) is not { } field) return 4;
        if (field.Has("enum")) return field.List("enum").Select(one => decimal.Parse(one.ToString())).First(one => one > 0);
        return Math.Clamp(4, field.Number("min") ?? 1, field.Number("max") ?? 30);
    }

    private static JsonElement? Duration(RawVariant variant) =>
        variant.Parameters.Where(one => FormWords.Key(one) is "duration").Select(one => (JsonElement?)one).FirstOrDefault();

    private static int Addresses(JsonNode? sent) => sent switch { null => 0, JsonArray list => list.Count, _ => 1 };

    // What was sent, else what the provider takes by itself.
    private decimal Sent(GenerationPlan plan, string name) =>
        plan.WireInput[name]?.GetValue<decimal>() ?? _entry.Parameters.Single(one => one.Name() == name).GetProperty("default").GetDecimal();

    /// <param name="CountedMedia">Whether media whose length is paid for were given.</param>
    internal sealed record Said(bool CountedMedia);
}
