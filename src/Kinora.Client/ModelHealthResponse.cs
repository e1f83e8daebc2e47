using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>How a model is doing: the best of what its routes and provider accounts offer.</summary>
public sealed record ModelHealthResponse
{
    /// <summary>
    /// <c>works</c>: it was seen to; <c>unknown</c>: nothing was seen yet; <c>degraded</c>: it can be asked for, but a mode or a route of it, its account or every fifth video fails;
    /// <c>paused</c> and <c>down</c>: requests are refused.
    /// </summary>
    [AllowedValues("works", "unknown", "degraded", "paused", "down")]
    public required string Status { get; init; }

    /// <summary>Since when; null where nobody knows.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Reason { get; init; }

    /// <summary>The latest look at whether it is there; null before the first.</summary>
    public ModelProbeResponse? LastProbe { get; init; }

    /// <summary>Which part of the generations that ended in the last 24 hours was made, 0 to 1; null where none ended.</summary>
    public double? SuccessRate { get; init; }

    /// <summary>How many ended in the last 24 hours, but for those that failed by the fault of their users.</summary>
    public required long Takes { get; init; }

    /// <summary>Within how many seconds half of the generations in its most used mode were made; null while none was.</summary>
    public double? P50Seconds { get; init; }

    /// <summary>The same for nine of ten.</summary>
    public double? P90Seconds { get; init; }
}

/// <summary>A look at whether a model is there.</summary>
/// <param name="Reading">What the answer is taken for.</param>
/// <param name="Account">The provider account that was asked.</param>
public sealed record ModelProbeResponse(
    DateTimeOffset At,
    [property: AllowedValues("unclear", "works", "not_published", "paused", "unauthorized", "out_of_credits", "unreachable")] string Reading,
    string Account);
