using System.Text.Json.Serialization;

namespace Kinora.Core.Health;

/// <summary>Whether a route is used.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BreakerState>))]
public enum BreakerState
{
    /// <summary>It is used, though nothing was seen of it yet.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,

    /// <summary>It is used, and has been seen to work.</summary>
    [JsonStringEnumMemberName("closed")] Closed,

    /// <summary>It is not used.</summary>
    [JsonStringEnumMemberName("open")] Open,

    /// <summary>One generation is under way, to see how it fares; no other is let through meanwhile.</summary>
    [JsonStringEnumMemberName("half_open")] HalfOpen,
}
