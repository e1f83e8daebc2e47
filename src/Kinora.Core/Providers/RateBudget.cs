namespace Kinora.Core.Providers;

/// <summary>At most so many calls in any window of time, over all that share the name.</summary>
/// <param name="Name">Of the provider and what it counts: <c>kie/submissions</c>.</param>
/// <param name="Calls">At least 1.</param>
internal sealed record RateBudget(string Name, int Calls, TimeSpan Window);
