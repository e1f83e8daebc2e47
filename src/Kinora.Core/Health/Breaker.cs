using System.Text.Json.Serialization;
using Kinora.Core.Providers;

namespace Kinora.Core.Health;

/// <summary>Whether a route is used, and why not. Immutable: each event answers what it is afterwards, and the same object where nothing changes.</summary>
/// <remarks>
/// <code>
/// closed ──gone, faults in a row, tasks failed in a row──► open ──good probe──► closed
///                                                           │ ▲
///                          where no probe can tell, one goes│ │it failed as well
///                                                           ▼ │
///                                                        half-open ──it was made──► closed
/// </code>
/// </remarks>
public sealed partial record Breaker
{
    /// <summary>Of a route of which nothing is known.</summary>
    public static readonly Breaker New = new();

    public BreakerState State { get; init; }

    /// <summary>Since when it works, or does not; null while nothing is known.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What the last trouble is taken for; null while it is used.</summary>
    public ProbeReading? Cause { get; init; }

    /// <summary>The provider's words for it; null while it is used.</summary>
    public string? Reason { get; init; }

    /// <summary>When a probe, or a trial, is due; null while it is used.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>How often it was found unwell since it opened; the pauses grow by it.</summary>
    public int Rounds { get; init; }

    /// <summary>Whether failing tasks opened it, which no probe sees.</summary>
    public bool ByTasks { get; init; }

    /// <summary>Whether only a real generation can tell if it is well again.</summary>
    public bool NeedsTrial { get; init; }

    /// <summary>What the last probe showed; null before the first.</summary>
    public LastProbe? Probe { get; init; }

    /// <summary>Refusals and lost answers in a row, and failed tasks in a row, as this node saw them.</summary>
    [JsonIgnore]
    public int Faults { get; init; }

    [JsonIgnore]
    public int Failures { get; init; }

    /// <summary>Whether generations go there as they come.</summary>
    [JsonIgnore]
    public bool IsUsed => State is BreakerState.Unknown or BreakerState.Closed;

    /// <summary>Whether one generation may go there now, to see how it fares.</summary>
    public bool IsTrialDue(DateTimeOffset now) => NeedsTrial && State is BreakerState.Open or BreakerState.HalfOpen && now >= DueAt;

    /// <summary>Whether a probe should be made.</summary>
    public bool IsProbeDue(DateTimeOffset now) => State is BreakerState.Open && !NeedsTrial && now >= DueAt;

    /// <summary>Whether both are the same to all nodes.</summary>
    public bool IsKeptAs(Breaker other) => this with { Faults = 0, Failures = 0 } == other with { Faults = 0, Failures = 0 };
}

/// <summary>When a route was probed last, and what that showed.</summary>
public sealed record LastProbe(DateTimeOffset At, ProbeReading Reading);
