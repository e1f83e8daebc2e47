using System.Globalization;
using Kinora.Core.Generations;
using Kinora.Core.Providers;

namespace Kinora.Core.Health;

/// <summary>Tells the breakers and the counts how generations fare.</summary>
public sealed class TrafficReport
{
    private const string Unreachable = "unreachable";
    private readonly RouteHealth _routes;
    private readonly OutcomeCounts _counts;
    private readonly ProviderFailures _failures;
    private readonly TimeProvider _time;

    internal TrafficReport(RouteHealth routes, OutcomeCounts counts, ProviderFailures failures, TimeProvider time) =>
        (_routes, _counts, _failures, _time) = (routes, counts, failures, time);

    /// <summary>A submission was answered, or was not made after all.</summary>
    /// <param name="outcome">Null where it was not made.</param>
    /// <param name="isTrial">Whether it was let through to show how it fares.</param>
    internal Task SubmittedAsync(Generation generation, string account, SubmissionOutcome? outcome, bool isTrial)
    {
        var route = RouteOf(generation, account);
        return (EventOf(generation, outcome) ?? (isTrial ? new RouteEvent.TrialToldNothing() : null)) is { } news
            ? TellAsync(route, news, generation, outcome as SubmissionOutcome.Refused)
            : Task.CompletedTask;
    }

    /// <summary>A task came to its end at the provider.</summary>
    /// <param name="change">By which it did.</param>
    internal Task SettledAsync(Generation before, GenerationChange change)
    {
        if (before is not { Status: GenerationStatus.Running, Attempt: { } attempt }) return Task.CompletedTask;
        var (after, route) = (change.Generation, RouteOf(before, attempt.Account));
        if (after.Status is GenerationStatus.Collecting)
        {
            _counts.Add(before.VariantId, succeeded: true);
            return TellAsync(route, new RouteEvent.Succeeded(), before, refused: null);
        }

        if (after is not { Status: GenerationStatus.Failed, Failure: { By: FailureBy.Provider } failure } || failure.Code is FailureCode.Moderated) return Task.CompletedTask;
        _counts.Add(before.VariantId, succeeded: false);
        return TellAsync(route, new RouteEvent.TaskFailed(failure.Message), before, refused: null);
    }

    private static RouteKey RouteOf(Generation generation, string account) => new(account, generation.Endpoint, generation.WireModel);

    private Task TellAsync(RouteKey route, RouteEvent news, Generation generation, SubmissionOutcome.Refused? refused)
    {
        var (reading, reason) = news switch
        {
            RouteEvent.Gone gone => (gone.Reading, gone.Reason),
            RouteEvent.Faulted faulted => (faulted.Reading, faulted.Reason),
            RouteEvent.TaskFailed failed => (ProbeReading.Unclear, failed.Reason),
            RouteEvent.Accepted => (ProbeReading.Works, "A submission was taken."),
            RouteEvent.Succeeded => (ProbeReading.Works, "A video was made."),
            _ => (ProbeReading.Unclear, ""),
        };
        var why = news is RouteEvent.TrialToldNothing ? null : new Verdict(route, _time.GetUtcNow(), VerdictSource.Traffic, reading, reason)
        {
            Request = generation.Id, Code = refused?.Code,
        };
        return _routes.ReportAsync(route, news, why, always: false, CancellationToken.None);
    }

    // What the account, the user or the budget is the reason for says nothing of the model.
    private RouteEvent? EventOf(Generation generation, SubmissionOutcome? outcome) => outcome switch
    {
        SubmissionOutcome.Accepted => new RouteEvent.Accepted(),
        SubmissionOutcome.Unknown unknown => new RouteEvent.Faulted(ProbeReading.Unreachable, unknown.Reason),
        SubmissionOutcome.Refused { Account: not null } => null,
        SubmissionOutcome.Refused { Model: { } reading } refused => refused.Retryable
            ? new RouteEvent.Faulted(reading, refused.Message)
            : new RouteEvent.Gone(reading, refused.Message),
        SubmissionOutcome.Refused refused when IsFault(refused) && _failures.Of(generation, refused) is { By: not FailureBy.User, Code: not FailureCode.Moderated } =>
            new RouteEvent.Faulted(refused.Code is Unreachable ? ProbeReading.Unreachable : ProbeReading.Unclear, refused.Message),
        _ => null,
    };

    private static bool IsFault(SubmissionOutcome.Refused refused) => !refused.ByUser
        && (refused.Code is Unreachable || int.TryParse(refused.Code, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is 455 or >= 500 and <= 599);
}
