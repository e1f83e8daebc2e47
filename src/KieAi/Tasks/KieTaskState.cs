namespace KieAi;

/// <summary>How a task stands, over all of KIE's APIs.</summary>
public enum KieTaskState
{
    /// <summary>A word or number that this version does not know; not final.</summary>
    Unknown,

    /// <summary>Accepted; waits for a slot.</summary>
    Waiting,

    /// <summary>In the processing queue.</summary>
    Queuing,

    /// <summary>Running.</summary>
    Generating,

    /// <summary>Final: the results can be had, for a short while.</summary>
    Success,

    /// <summary>Final: nothing was made.</summary>
    Fail,
}

/// <summary>The words in which KIE tells a state.</summary>
internal static class KieTaskStates
{
    /// <summary>The words of the jobs API and Runway's spellings of them.</summary>
    public static KieTaskState OfWord(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "waiting" or "wait" => KieTaskState.Waiting,
        "queuing" or "queueing" => KieTaskState.Queuing,
        "generating" => KieTaskState.Generating,
        "success" => KieTaskState.Success,
        "fail" => KieTaskState.Fail,
        _ => KieTaskState.Unknown,
    };
}
