using KieAi;

namespace Kinora.Core.Providers.Kie;

/// <summary>Maps KIE's records totally: whatever is not clearly final is still active.</summary>
internal static class KieObservation
{
    public static ProviderObservation Of(KieTask task) =>
        Of(task.ReadState(), task.State ?? "", task.ReadResultUrls(), task.FailMsg, task.FailCode) with
        {
            Progress = task.Progress is >= 0 and <= 100 ? task.Progress : null,
            UpstreamCredits = task.CreditsConsumed,
        };

    public static ProviderObservation Of(KieVeoTask task) =>
        Of(task.ReadState(), task.SuccessFlag?.ToString() ?? "", task.ReadResultUrls(), task.ErrorMessage, task.ErrorCode?.ToString());

    public static ProviderObservation Of(KieRunwayTask task) =>
        Of(task.ReadState(), task.State ?? "", task.ReadResultUrls(), task.FailMsg, task.FailCode?.ToString());

    public static ProviderObservation Of(KieAlephTask task) =>
        Of(task.ReadState(), task.SuccessFlag?.ToString() ?? "", task.ReadResultUrls(), task.ErrorMessage, task.ErrorCode?.ToString());

    public static ProviderObservation Of(KieModifyTask task) =>
        Of(task.ReadState(), task.SuccessFlag?.ToString() ?? "", task.ReadResultUrls(), task.ErrorMessage, task.ErrorCode?.ToString());

    private static ProviderObservation Of(KieTaskState state, string words, IReadOnlyList<Uri> outputs, string? message, string? code) => state switch
    {
        // A success without an address is not one that can be delivered: the record may still be filled in, or the deadline ends it.
        KieTaskState.Success when outputs.Count > 0 => new(ProviderTaskState.Succeeded, words) { Outputs = outputs },
        KieTaskState.Fail => new(ProviderTaskState.Failed, words) { FailureMessage = message, FailureCode = code },
        _ => new(ProviderTaskState.Active, words),
    };
}
