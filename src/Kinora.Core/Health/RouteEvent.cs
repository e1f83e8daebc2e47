using Kinora.Core.Providers;

namespace Kinora.Core.Health;

/// <summary>Something that happened on a route and says something about it. What is the user's or the account's doing is no such thing.</summary>
internal abstract record RouteEvent
{
    private RouteEvent() { }

    /// <summary>A submission was taken.</summary>
    public sealed record Accepted : RouteEvent;

    /// <summary>A task was made.</summary>
    public sealed record Succeeded : RouteEvent;

    /// <summary>A task failed through no fault of the user's.</summary>
    public sealed record TaskFailed(string Reason) : RouteEvent;

    /// <summary>A submission was refused because the model is not there or is switched off.</summary>
    public sealed record Gone(ProbeReading Reading, string Reason) : RouteEvent;

    /// <summary>A submission was refused in a way that may pass by itself, or nobody answered.</summary>
    public sealed record Faulted(ProbeReading Reading, string Reason) : RouteEvent;

    /// <summary>A probe was answered.</summary>
    public sealed record Probed(ProviderProbe Probe) : RouteEvent;

    /// <summary>One generation is let through, to see how it fares.</summary>
    public sealed record TrialBegan : RouteEvent;

    /// <summary>That generation came to an end that says nothing.</summary>
    public sealed record TrialToldNothing : RouteEvent;
}
