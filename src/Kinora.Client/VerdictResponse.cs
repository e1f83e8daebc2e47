using System.ComponentModel.DataAnnotations;

namespace Kinora.Client;

/// <summary>What to probe: everything where nothing is named.</summary>
public sealed record ProbeRequest
{
    /// <summary>A model, by its id, an alias or KIE.ai's own id; null for all.</summary>
    public string? Model { get; init; }

    /// <summary>A provider account; null for all.</summary>
    public string? Account { get; init; }
}

/// <summary>Verdicts, the newest first; those of probes in the order in which they were made.</summary>
public sealed record VerdictPage(IReadOnlyList<VerdictResponse> Items);

/// <summary>What was once seen of a model at a provider account: what was asked, what came back, what it was taken for.</summary>
public sealed record VerdictResponse
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The provider account.</summary>
    public required string Account { get; init; }

    /// <summary>Which of the provider's APIs.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The provider's id of the model.</summary>
    public required string Model { get; init; }

    /// <summary><c>probe</c>; <c>traffic</c> for what a generation met.</summary>
    [AllowedValues("traffic", "probe")]
    public required string Source { get; init; }

    /// <summary><c>works</c>: it is there and takes requests; <c>unclear</c>: the answer says nothing of the model.</summary>
    [AllowedValues("unclear", "works", "not_published", "paused", "unauthorized", "out_of_credits", "unreachable")]
    public required string Reading { get; init; }

    /// <summary>A sentence; the provider's own words where it gave any.</summary>
    public required string Reason { get; init; }

    /// <summary>What was asked; for traffic the generation.</summary>
    public required string Request { get; init; }

    /// <summary>The beginning of the answer as it came; null where none came or the reason is all of it.</summary>
    public string? Answer { get; init; }

    /// <summary>The HTTP status; null where there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The provider's own code; null where it gave none.</summary>
    public string? Code { get; init; }
}
