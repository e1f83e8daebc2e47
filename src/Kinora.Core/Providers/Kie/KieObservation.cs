using KieAi;

namespace Kinora.Core.Providers.Kie;

/// <summary>Maps KIE's readings totally: whatever is not clearly final is still active.</summary>
internal static class KieObservation
{
    public static ProviderObservation Of(KieTaskReading reading) => Outcome(reading) with
    {
        Progress = reading.Progress,
        UpstreamCredits = reading.CreditsConsumed,
        Took = reading.CompletedAt - reading.CreatedAt,
    };

    private static ProviderObservation Outcome(KieTaskReading reading) => reading.State switch
    {
        // A success without an address is not one that can be delivered: the record may still be filled in, or the deadline ends it.
        KieTaskState.Success when reading.ResultUrls.Count > 0 => new(ProviderTaskState.Succeeded, reading.Word) { Outputs = reading.ResultUrls },
        KieTaskState.Fail => new(ProviderTaskState.Failed, reading.Word) { FailureMessage = reading.FailMessage, FailureCode = reading.FailCode },
        _ => new(ProviderTaskState.Active, reading.Word),
    };
}
