namespace Kinora.Core.Providers;

/// <summary>What came of a submission.</summary>
public abstract record SubmissionOutcome
{
    private SubmissionOutcome() { }

    /// <summary>The provider works on it.</summary>
    public sealed record Accepted(string TaskId) : SubmissionOutcome;

    /// <summary>The provider said no, and nothing runs or is charged there.</summary>
    /// <param name="Retryable">Whether the same request may be taken later.</param>
    /// <param name="RetryAfter">When the provider says so.</param>
    public sealed record Refused(string Code, string Message, bool Retryable, bool ByUser, TimeSpan? RetryAfter = null) : SubmissionOutcome
    {
        /// <summary>Where the account is the reason, and any other request would be refused as well: what is wrong with it.</summary>
        public ProviderAccountState? Account { get; init; }

        /// <summary>Whether it could not read a file that it was given the address of. Where that is an old upload, a new one may help.</summary>
        public bool MissesInput { get; init; }

        /// <summary>Where the model is the reason: <see cref="ProbeReading.NotPublished"/> or <see cref="ProbeReading.Paused"/>.</summary>
        public ProbeReading? Model { get; init; }
    }

    /// <summary>Nobody knows whether the provider took it. Never submit again.</summary>
    public sealed record Unknown(string Reason) : SubmissionOutcome;
}
