using System.Text.Json.Serialization;
using Kinora.Core.Catalog;
using Kinora.Core.Providers;

namespace Kinora.Core.Health;

/// <summary>How a model is doing: the best of what its routes and accounts offer.</summary>
/// <param name="Since">Null where nobody knows.</param>
/// <param name="Reason">Null where there is nothing to complain of.</param>
public sealed record HealthReading(HealthStatus Status, DateTimeOffset? Since, Localized? Reason)
{
    /// <summary>The latest probe of any of its routes; null before the first.</summary>
    public RouteProbe? LastProbe { get; init; }

    /// <summary>Which part of the generations that ended in the last 24 hours was made, 0 to 1; null where none ended.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>How many ended in the last 24 hours, but for those that failed by the fault of their users.</summary>
    public long Takes { get; init; }

    /// <summary>Within how many seconds half of the generations in its most used mode were made; null while none was.</summary>
    public double? P50Seconds { get; init; }

    /// <summary>The same for nine of ten.</summary>
    public double? P90Seconds { get; init; }

    /// <summary>Whether requests for it are taken.</summary>
    public bool IsTaken => Status is not (HealthStatus.Down or HealthStatus.Paused);
}

/// <summary>A probe of one route at an account.</summary>
public sealed record RouteProbe(DateTimeOffset At, ProbeReading Reading, string Account);

/// <summary>How a model is doing, the best first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HealthStatus>))]
public enum HealthStatus
{
    /// <summary>It was seen to work.</summary>
    [JsonStringEnumMemberName("works")] Works,

    /// <summary>Nothing was seen yet, and nothing speaks against it.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>It can be asked for, but something is wrong: a mode or a route of it, its account, or every fifth video fails.</summary>
    [JsonStringEnumMemberName("degraded")] Degraded,

    /// <summary>Its provider says that it takes no requests for now.</summary>
    [JsonStringEnumMemberName("paused")] Paused,

    /// <summary>Nobody makes it now.</summary>
    [JsonStringEnumMemberName("down")] Down,
}
