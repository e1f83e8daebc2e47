namespace Kinora.Testing.Polling;

/// <summary>The models of the promise, with the durations that people have reported for them and what the catalog says of them instead.</summary>
public static class PollingScenario
{
    /// <summary>Ways in which durations may lie between their bounds; which is the true one nobody has told.</summary>
    public static IReadOnlyList<Func<double, double, Spread>> Spreads { get; } = [Spread.Even, Spread.Peaked, Spread.Skewed];

    /// <summary>Veo, 5 to 10 minutes, and Runway, 3 to 5.</summary>
    public static IReadOnlyList<SimulatedModel> Long(Func<double, double, Spread> spread) =>
    [
        new("veo fast", 70, spread(300, 600)),
        new("veo quality", 160, spread(300, 600)),
        new("runway", 240, spread(180, 300), TellsTimes: false),
        new("aleph", 240, spread(180, 300)),
    ];

    /// <summary>All others, 30 to 180 seconds: three of which nothing better is known, and three that keep to a part of it.</summary>
    public static IReadOnlyList<SimulatedModel> Short(Func<double, double, Spread> spread) =>
    [
        new("any, catalog 40", 40, spread(30, 180)),
        new("any, catalog 90", 90, spread(30, 180)),
        new("any, catalog 150", 150, spread(30, 180)),
        new("30 to 60", 40, spread(30, 60)),
        new("45 to 120", 90, spread(45, 120)),
        new("90 to 180", 150, spread(90, 180)),
    ];
}
