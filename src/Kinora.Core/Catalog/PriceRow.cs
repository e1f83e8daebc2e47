namespace Kinora.Core.Catalog;

/// <summary>The price of the requests that fulfil a condition.</summary>
internal sealed class PriceRow(PriceEntry entry)
{
    private static readonly Quantity Duration = new(FormRole.Duration);

    public Condition When { get; } = new(entry.When);
    public PriceEntry Entry => entry;
    public bool PerSecond { get; } = entry.Per is "second";

    /// <summary>What its seconds are the sum of.</summary>
    public IReadOnlyList<Quantity> Of { get; } = entry.Of.Count == 0 ? [Duration] : [.. entry.Of.Select(one => new Quantity(one))];
    public Quantity? Over { get; } = entry.Over is null ? null : new(entry.Over);
    public Quantity? ExtraOf { get; } = entry.Extra is null ? null : new(entry.Extra.Of);

    /// <summary>Every number that it counts.</summary>
    public IEnumerable<Quantity> Quantities =>
        [.. PerSecond ? Of : [], .. Over is null ? [] : new[] { Over }, .. ExtraOf is null ? [] : new[] { ExtraOf }];

    /// <summary>Credits, not rounded. Products are divided last, so that thirds come out whole where they are.</summary>
    /// <param name="count">The number of a quantity in the request.</param>
    public Price Price(Func<Quantity, Counted> count)
    {
        var extra = entry.Extra is { } more && ExtraOf is { } of ? more.Credits * Math.Max(0, count(of).Number - more.Above) : 0;
        if (!PerSecond) return new(entry.Credits + extra, extra, 0, Doubt.None);
        var (seconds, open, doubt) = (0m, 0m, Doubt.None);
        foreach (var one in Of)
        {
            var counted = count(one);
            seconds += counted.Number;
            if (counted.Doubt is Doubt.Output) open += counted.Number;
            if (counted.Doubt > doubt) doubt = counted.Doubt;
        }

        var divisor = (entry.Every ?? 1) * (Over is null ? 1 : Math.Max(1, count(Over).Number));
        var amount = (entry.Base ?? 0) + (entry.Credits * seconds / divisor) + extra;
        return new(amount, extra, open > 0 ? entry.Credits / divisor : 0, doubt) { OpenSeconds = open };
    }
}

/// <summary>What a row comes to.</summary>
/// <param name="Amount">In all, at most.</param>
/// <param name="Extra">Of that, for pieces beyond the free ones.</param>
/// <param name="PerOpenSecond">Of that, for each second that the model has yet to decide on.</param>
internal readonly record struct Price(decimal Amount, decimal Extra, decimal PerOpenSecond, Doubt Doubt)
{
    /// <summary>The most seconds that the model may decide on.</summary>
    public decimal OpenSeconds { get; init; }
}

/// <summary>A number in a request: exact, or the most that it can be.</summary>
internal readonly record struct Counted(decimal Number, Doubt Doubt = Doubt.None);

/// <summary>Why a number is only the most that it can be; the greater the earlier it is resolved.</summary>
internal enum Doubt
{
    None,

    /// <summary>The model decides how long its video is.</summary>
    Output,

    /// <summary>The length of an input was not measured yet.</summary>
    Input,
}
