using System.Text.Json.Serialization;
using Kinora.Core.Providers;

namespace Kinora.Core.Health;

/// <summary>What was once seen of a route: what was asked, what came back, what it was taken for.</summary>
public sealed record Verdict(RouteKey Route, DateTimeOffset At, VerdictSource Source, ProbeReading Reading, string Reason)
{
    /// <summary>The request, or the generation that was asked for.</summary>
    public required string Request { get; init; }

    /// <summary>The answer as it came, without keys and bounded; null when none came or the reason is all of it.</summary>
    public string? Answer { get; init; }

    /// <summary>The HTTP status; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's own code; null where it gave none.</summary>
    public string? Code { get; init; }

    internal static Verdict Of(RouteKey route, DateTimeOffset at, ProviderProbe probe) =>
        new(route, at, VerdictSource.Probe, probe.Reading, probe.Reason) { Request = probe.Request, Answer = probe.Answer, Status = probe.Status, Code = probe.Code };
}

/// <summary>What a verdict comes from.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VerdictSource>))]
public enum VerdictSource
{
    /// <summary>A generation of some user's.</summary>
    [JsonStringEnumMemberName("traffic")] Traffic,

    /// <summary>A probe.</summary>
    [JsonStringEnumMemberName("probe")] Probe,
}
