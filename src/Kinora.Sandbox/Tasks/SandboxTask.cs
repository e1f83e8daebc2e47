using System.Text.Json.Nodes;
using Kinora.Core.Generations;
using Kinora.Sandbox.Faults;

namespace Kinora.Sandbox.Tasks;

/// <summary>One task as it is kept.</summary>
internal sealed record SandboxTask
{
    public required string TaskId { get; init; }

    /// <summary>One of <see cref="TaskApi"/>: the API that made it, in whose words it is told.</summary>
    public required string Api { get; init; }

    /// <summary>The model as the caller named it.</summary>
    public required string Model { get; init; }

    /// <summary>The whole body of the create call.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>What it asks for, read through the catalog; its model is the variant by which it is priced.</summary>
    public required GenerationInput Input { get; init; }

    /// <summary>The variant whose take it counts as to continue; null for one that continues none.</summary>
    public string? Continues { get; init; }

    /// <summary>How long its video is to be; null where the input or the model decides.</summary>
    public double? Seconds { get; init; }

    /// <summary>Whether its video has a sound track; null when it keeps that of its input.</summary>
    public bool? Sound { get; init; }
    public required decimal Credits { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public string? CallBackUrl { get; init; }
    public int CallbackAttempts { get; init; }

    /// <summary>Whether the callback was taken, or given up, or there is none to send.</summary>
    public bool CallbackDone { get; init; }

    /// <summary>Whether it was given up.</summary>
    public bool CallbackFailed { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>KIE's code of the failure; null unless it failed.</summary>
    public int? FailCode { get; init; }
    public string? FailMessage { get; init; }

    /// <summary>The names of its files but the video; see <see cref="Files.ResultFile"/>.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>What its directives say.</summary>
    public TaskScript Script { get; init; } = TaskScript.None;

    public bool IsFinal => CompletedAt is not null;

    public bool IsFailed => FailCode is not null;

    public bool IsSuccess => IsFinal && !IsFailed;
}
