using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>A page of the log of callbacks, newest first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record CallbackPage(IReadOnlyList<CallbackResponse> Items, string? Next);

/// <summary>A call that a provider made, or claimed to make.</summary>
public sealed record CallbackResponse
{
    public required DateTimeOffset At { get; init; }

    /// <summary><c>applied</c>, <c>duplicate</c>, <c>late</c>, <c>foreign</c>, <c>forged</c> or <c>unreadable</c>; only the first and the third change anything.</summary>
    [AllowedValues("applied", "duplicate", "late", "foreign", "forged", "unreadable")]
    public required string Outcome { get; init; }

    /// <summary>The path that was called.</summary>
    public required string Path { get; init; }

    /// <summary>The address that it came from.</summary>
    public required string From { get; init; }

    /// <summary>What its address claims to be about; proven unless it is forged or unreadable.</summary>
    public string? GenerationId { get; init; }
    public string? AttemptId { get; init; }

    /// <summary>The provider's id, from the body.</summary>
    public string? TaskId { get; init; }

    /// <summary>Those headers that tell something of the caller.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The first 64 KB of the body (1 KB where it is unproven), without secrets.</summary>
    public required string Body { get; init; }

    /// <summary>Its whole length in bytes.</summary>
    public required int BodyBytes { get; init; }

    /// <summary>Unproven calls before this one that were counted and not kept: more than 10 a minute.</summary>
    public required long Skipped { get; init; }
}
