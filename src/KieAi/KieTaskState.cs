namespace KieAi;

/// <summary>How a task stands, over the jobs API and Veo.</summary>
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
