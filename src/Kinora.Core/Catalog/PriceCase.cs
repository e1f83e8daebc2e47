using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A request as prices see it.</summary>
/// <param name="values">Every setting that has a value, the media that are given, and the mode.</param>
internal sealed class PriceCase(VariantShape variant, ModeShape mode, Dictionary<string, string> values, GenerationInput form, InputFacts facts)
{
    public Dictionary<string, string> Values => values;

    /// <summary>A quantity, or the most that it can be.</summary>
    public Counted Count(Quantity of)
    {
        if (of.Key is FormRole.Duration) return Duration();
        if (of.Of(values, form, facts) is not { } number) return new(Most(of), Doubt.Input);
        // A clip that is cut to the limit may measure a little more, and the bound that was told before holds.
        return new(of.IsSeconds ? Math.Min(number, Most(of)) : number);
    }

    private decimal Most(Quantity of)
    {
        var (limits, count) = (mode.Slot(of.Media!)?.Into.Entry, of.Media!.Get(form).Count);
        return Math.Min(limits?.MaxTotalSeconds ?? decimal.MaxValue, (limits?.MaxSeconds ?? MediaLimits.LongestSeconds) * count);
    }

    // A length below nothing, or of which nothing is known, is the model's to decide.
    private Counted Duration()
    {
        if (values.TryGetValue(FormRole.Duration, out var text) && ScalarText.Number(text) is >= 0 and var seconds) return new(seconds);
        if (text is null && variant.Seconds is { } always) return new(always);
        return new(mode.Find(FormRole.Duration)?.Parameter.Entry.Max ?? MediaLimits.LongestSeconds, Doubt.Output);
    }
}
