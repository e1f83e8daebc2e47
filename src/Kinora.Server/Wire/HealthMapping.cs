using Kinora.Client;
using Kinora.Core.Health;

namespace Kinora.Server.Wire;

/// <summary>The health of models, from the domain to the wire.</summary>
internal static class HealthMapping
{
    public static ModelHealthResponse ToResponse(this HealthReading health, string language) => new()
    {
        Status = WireNames.Of(health.Status),
        Since = health.Since,
        Reason = health.Reason?.In(language),
        LastProbe = health.LastProbe is { } probe ? new(probe.At, WireNames.Of(probe.Reading), probe.Account) : null,
        SuccessRate = health.SuccessRate,
        Takes = health.Takes,
        P50Seconds = health.P50Seconds,
        P90Seconds = health.P90Seconds,
    };

    public static VerdictResponse ToResponse(this Verdict verdict) => new()
    {
        At = verdict.At,
        Account = verdict.Route.Account,
        Endpoint = verdict.Route.Endpoint,
        Model = verdict.Route.Model,
        Source = WireNames.Of(verdict.Source),
        Reading = WireNames.Of(verdict.Reading),
        Reason = verdict.Reason,
        Request = verdict.Request,
        Answer = verdict.Answer,
        Status = verdict.Status,
        Code = verdict.Code,
    };
}
