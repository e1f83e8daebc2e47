using Kinora.Client;
using Kinora.Core.Health;
using Kinora.Core.Providers;

namespace Kinora.Server.Wire;

/// <summary>The health of models, from the domain to the wire.</summary>
internal static class HealthMapping
{
    public static ModelHealthResponse ToResponse(this HealthReading health) => new()
    {
        Status = health.Status.ToString().ToLowerInvariant(),
        Since = health.Since,
        Reason = health.Reason,
        LastProbe = health.LastProbe is { } probe ? new(probe.At, Word(probe.Reading), probe.Account) : null,
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
        Source = verdict.Source.ToString().ToLowerInvariant(),
        Reading = Word(verdict.Reading),
        Reason = verdict.Reason,
        Request = verdict.Request,
        Answer = verdict.Answer,
        Status = verdict.Status,
        Code = verdict.Code,
    };

    private static string Word(ProbeReading reading) => reading switch
    {
        ProbeReading.NotPublished => "not_published",
        ProbeReading.OutOfCredits => "out_of_credits",
        _ => reading.ToString().ToLowerInvariant(),
    };
}
