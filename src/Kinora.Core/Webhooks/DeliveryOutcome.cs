using System.Globalization;

namespace Kinora.Core.Webhooks;

/// <summary>What came of a try, and what follows for the delivery and its lane.</summary>
/// <param name="Again">When it is tried next, from now; null: never.</param>
internal sealed record DeliveryOutcome(Delivery Delivery, DeliveryTry Try, TimeSpan? Again)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public bool Taken => Try.Status is >= 200 and <= 299;

    /// <summary>Whether the receiver says that it is no more.</summary>
    public bool Gone => Try.Status is 410;

    /// <summary>How long the whole lane waits, after which it gives one delivery at a time until one is taken; null where the answer was about this delivery alone.</summary>
    public TimeSpan? SlowFor { get; private init; }

    /// <param name="asked">How long the receiver asked to be left alone.</param>
    public static DeliveryOutcome Of(Delivery delivery, DeliveryTry tried, TimeSpan? asked)
    {
        var outcome = new DeliveryOutcome(delivery, tried, Again: null);
        if (outcome.Taken || outcome.Gone) return outcome;
        var again = DeliverySchedule.After(delivery.Tries + 1, asked, Jitter(delivery));
        if (tried.Status is not (null or 429 or >= 500)) return outcome with { Again = again };
        return outcome with { Again = again, SlowFor = DeliverySchedule.Heeded(asked) ?? (again < LongestPause ? again.Value : LongestPause) };
    }

    // Of the id, whose end is random: no two deliveries have the same.
    private static double Jitter(Delivery delivery) =>
        int.TryParse(delivery.Id.AsSpan(Math.Max(0, delivery.Id.Length - 3)), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var drawn)
            ? drawn / 4096.0
            : 0;
}
