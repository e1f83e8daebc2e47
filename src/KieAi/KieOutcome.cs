namespace KieAi;

/// <summary>What a failed call that creates something left behind.</summary>
public enum KieOutcome
{
    /// <summary>Nobody knows whether a task was made and charged. Sending again may bill twice: KIE has no idempotency key.</summary>
    Unknown,

    /// <summary>No task was made; nothing runs and nothing is charged.</summary>
    Refused,
}
