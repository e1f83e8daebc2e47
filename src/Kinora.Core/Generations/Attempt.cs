namespace Kinora.Core.Generations;

/// <summary>One submission of a generation to a provider, written down before the provider is asked.</summary>
public sealed record Attempt
{
    /// <summary>Random; part of the callback address.</summary>
    public required string Id { get; init; }

    /// <summary>The provider account that was asked. What was written before there could be several names none; that one was called <c>kie</c>.</summary>
    public string Account { get; init; } = "kie";
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Until when something may still be heard of it if its answer is lost.</summary>
    public required DateTimeOffset GiveUpAt { get; init; }

    /// <summary>The provider's id; null while its answer is awaited or lost.</summary>
    public string? ProviderTaskId { get; init; }

    /// <summary>Whether the provider was asked and no answer came.</summary>
    public bool AnswerLost { get; init; }

    /// <summary>Whether the provider was given an address to call back.</summary>
    public bool CallbackExpected { get; init; }

    /// <summary>Whether the provider called back, so that its record is worth reading at once.</summary>
    public bool CalledBack { get; init; }

    /// <summary>How often the provider has been asked for news.</summary>
    public int Polls { get; init; }

    /// <summary>Since when the provider has called it done without naming any output; null while it has not.</summary>
    public DateTimeOffset? EmptySince { get; init; }

    /// <summary>When it last said that it was still at work; null before.</summary>
    public DateTimeOffset? ReadAt { get; init; }
}
