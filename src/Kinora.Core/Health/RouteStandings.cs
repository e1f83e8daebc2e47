using Kinora.Core.Catalog;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;

namespace Kinora.Core.Health;

/// <summary>How each route of the catalog stands now, at the best of the accounts that are connected.</summary>
internal sealed class RouteStandings(ProviderPool providers, AccountStandings accounts, RouteHealth routes, TimeProvider time)
{
    public RouteStanding Of(ModelRoute route)
    {
        if (route.UnavailableReason is { } paused) return new(HealthStatus.Paused, null, Localized.Said(paused));
        return Accounts(route).Select(account => At(account, route)).MinBy(one => one.Status)
            ?? new(HealthStatus.Down, null, NoAccount(route.Provider)) { IsConnected = false };
    }

    /// <summary>Whether some account is there to be asked, whatever it will say.</summary>
    public bool IsConnected(ModelRoute route) => Accounts(route).Any();

    /// <summary>The latest probe at any account; null before the first.</summary>
    public RouteProbe? LastProbe(ModelRoute route) => Accounts(route)
        .Select(account => routes.Find(KeyOf(account, route)).Probe is { } probe ? new RouteProbe(probe.At, probe.Reading, account.Account) : null)
        .MaxBy(probe => probe?.At);

    private RouteStanding At(IGenerationProvider account, ModelRoute route)
    {
        var breaker = routes.Find(KeyOf(account, route));
        if (!breaker.IsUsed)
        {
            // Somebody has to ask for the generation that shows whether it is well again.
            var status = breaker.IsTrialDue(time.GetUtcNow()) ? HealthStatus.Degraded : breaker.Cause is ProbeReading.Paused ? HealthStatus.Paused : HealthStatus.Down;
            return new(status, breaker.Since, Localized.Said(breaker.Reason));
        }

        if (!accounts.IsUsable(account.Account) && accounts.Find(account.Account) is { } standing)
            return new(HealthStatus.Degraded, standing.Since, Localized.Said(standing.Reading.Reason));
        return new(breaker.State is BreakerState.Closed ? HealthStatus.Works : HealthStatus.Unknown, breaker.Since, null);
    }

    private static Localized NoAccount(string provider) =>
        new($"No account at {provider} is connected to this server.", $"К этому серверу не подключена учётная запись {provider}.");

    private IEnumerable<IGenerationProvider> Accounts(ModelRoute route) => providers.Accounts.Where(one => one.Name == route.Provider && one.TakesNew);

    private static RouteKey KeyOf(IGenerationProvider account, ModelRoute route) => new(account.Account, route.Endpoint, route.WireId);
}

/// <summary>How a route stands.</summary>
internal sealed record RouteStanding(HealthStatus Status, DateTimeOffset? Since, Localized? Reason)
{
    /// <summary>Whether the server has an account there.</summary>
    public bool IsConnected { get; init; } = true;

    public bool IsOff => Status is HealthStatus.Paused or HealthStatus.Down;
}
