using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kinora.Core.Credits;
using Kinora.Core.Generations;

namespace Kinora.Core.Telemetry;

/// <summary>
/// What the engine tells of its work: an <see cref="ActivitySource"/> and a <see cref="Meter"/> of the same <see cref="Name"/>. Neither ever
/// holds a prompt, a key or an address with its query. docs/guides/observability.md lists all of it.
/// </summary>
public static class KinoraTelemetry
{
    /// <summary>Name of the source and of the meter.</summary>
    public const string Name = "Kinora";

    internal const string Status = "kinora.generation.status", Account = "kinora.provider.account";
    internal static readonly ActivitySource Source = new(Name);

    private static readonly double[] Seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 600];
    private static readonly double[] QuickSeconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
    private static readonly int[] Sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024];
    private static readonly string[] Statuses = [.. Enum.GetValues<GenerationStatus>().Select(status => status.ToString().ToLowerInvariant())];

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> Calls = Meter.CreateHistogram(
        "kinora.provider.call.duration", "s", "Duration of calls of providers, by what came of them.",
        tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });
    private static readonly Histogram<double> Commits = Meter.CreateHistogram(
        "kinora.commit.duration", "s", "Duration of group commits.", tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = QuickSeconds });
    private static readonly Histogram<int> CommitSizes = Meter.CreateHistogram(
        "kinora.commit.size", "{caller}", "How many callers shared a group commit.", tags: null, new InstrumentAdvice<int> { HistogramBucketBoundaries = Sizes });
    private static readonly Counter<long> Transitions = Meter.CreateCounter<long>(
        "kinora.generation.transitions", "{transition}", "Generations that came into a status, as this node committed it.");
    private static readonly Counter<long> Credits = Meter.CreateCounter<long>("kinora.credits", "{credit}", "Credits held, captured and released, as this node committed it.");
    private static readonly Counter<long> CollectedBytes = Meter.CreateCounter<long>("kinora.collected", "By", "Bytes of videos that were brought home.");
    private static readonly Counter<long> Posts = Meter.CreateCounter<long>("kinora.deliveries", "{try}", "Tries to post callbacks to callers, by what came of them.");

    /// <summary>The word of a status, without making it anew.</summary>
    internal static string Word(GenerationStatus status) => Statuses[(int)status];

    internal static void Called(TimeSpan duration, in TagList tags) => Calls.Record(duration.TotalSeconds, tags);

    internal static void Committed(int callers, TimeSpan duration)
    {
        CommitSizes.Record(callers);
        Commits.Record(duration.TotalSeconds);
    }

    /// <summary>These changes are durable, where they were applied.</summary>
    internal static void Applied(IReadOnlyList<GenerationChange> changes, IReadOnlyList<CommitResult> results)
    {
        if (!Transitions.Enabled) return;
        for (var i = 0; i < changes.Count; i++)
        {
            if (results[i].Outcome is not CommitOutcome.Applied) continue;
            if (changes[i].History is { } history && history.From != history.To) Transitions.Add(1, KeyValuePair.Create(Status, (object?)Word(history.To)));
            foreach (var entry in changes[i].Ledger) Count(entry);
        }
    }

    internal static void Collected(long bytes) => CollectedBytes.Add(bytes);

    /// <param name="outcome">taken, later or given_up.</param>
    internal static void Posted(string outcome) => Posts.Add(1, KeyValuePair.Create("kinora.delivery.outcome", (object?)outcome));

    private static void Count(LedgerEntry entry)
    {
        var (kind, credits) = entry.Kind switch
        {
            LedgerKind.Hold => ("hold", entry.HeldChange),
            LedgerKind.Release => ("release", -entry.HeldChange),
            LedgerKind.Capture => ("capture", -entry.BalanceChange),
            _ => ("", 0),
        };
        if (credits > 0) Credits.Add(credits, KeyValuePair.Create("kinora.ledger.kind", (object?)kind));
    }
}
