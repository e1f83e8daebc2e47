using KieAi;

namespace Kinora.Core.Providers.Kie;

/// <summary>Maps KIE's readings totally: whatever is not clearly final is still active.</summary>
internal static class KieObservation
{
    public static ProviderObservation Of(KieTaskReading reading) => Outcome(reading) with
    {
        Progress = reading.Progress,
        UpstreamCredits = reading.CreditsConsumed,
        IsUnknownWord = reading.State is KieTaskState.Unknown,
        Took = reading.CompletedAt - reading.CreatedAt,
    };

    private static ProviderObservation Outcome(KieTaskReading reading) => reading.State switch
    {
        // After an extension the whole clip is named beside its new part; each is what somebody paid for.
        KieTaskState.Success => new(ProviderTaskState.Succeeded, reading.Word) { Outputs = [.. reading.ResultUrls.Union(reading.FullResultUrls)] },
        KieTaskState.Fail => new(ProviderTaskState.Failed, reading.Word) { FailureMessage = reading.FailMessage, FailureCode = reading.FailCode },
        _ => new(ProviderTaskState.Active, reading.Word),
    };
}
