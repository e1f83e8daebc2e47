namespace Kinora.Core.Callbacks;

/// <summary>A callback as it is kept.</summary>
public sealed record CallbackEntry
{
    public required DateTimeOffset At { get; init; }
    public required CallbackOutcome Outcome { get; init; }
    public required string Path { get; init; }
    public required string From { get; init; }

    /// <summary>As the address says; proven unless the outcome is forged or unreadable.</summary>
    public string? GenerationId { get; init; }
    public string? AttemptId { get; init; }
    public string? TaskId { get; init; }
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The first part of the body, without secrets.</summary>
    public required string Body { get; init; }

    /// <summary>Its whole length in bytes.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>Unproven callbacks before this one that were counted and not kept.</summary>
    public long Skipped { get; init; }

    /// <summary>Whether the address and the secrets are ours.</summary>
    internal bool IsProven => Outcome is not (CallbackOutcome.Forged or CallbackOutcome.Unreadable);
}
