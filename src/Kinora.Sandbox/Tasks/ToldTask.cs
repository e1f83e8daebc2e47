using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tasks;

/// <summary>What KIE's records tell of a task, whoever made it: the sandbox or Kinora itself.</summary>
internal sealed record ToldTask
{
    public const string Waiting = "waiting", Queuing = "queuing", Generating = "generating", Success = "success", Fail = "fail";

    public required string TaskId { get; init; }
    public required string Model { get; init; }

    /// <summary>The whole body of the create call.</summary>
    public required JsonObject Body { get; init; }

    /// <summary>In the words of the jobs API, or one that nobody documented.</summary>
    public required string State { get; init; }

    /// <summary>The addresses of the videos; none unless it succeeded.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>What the jobs API tells of the result; null unless it succeeded.</summary>
    public JsonObject? Result { get; init; }

    /// <summary>The address of a still that stands for the video; null where there is none.</summary>
    public string? Still { get; init; }

    /// <summary>The address of the video in the shape in which the model makes all of them; null where it is no other.</summary>
    public string? Original { get; init; }

    /// <summary>The address of the earlier take and its continuation as one; null where there is none.</summary>
    public string? Whole { get; init; }
    public string? Resolution { get; init; }

    /// <summary>The task that it continues or enlarges; null where there is none.</summary>
    public string? Source { get; init; }

    /// <summary>Set when it failed.</summary>
    public int? FailCode { get; init; }
    public string? FailMessage { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>From 0 to 100; null where nobody knows.</summary>
    public int? Progress { get; init; }

    /// <summary>What it cost; 0 when it failed.</summary>
    public decimal Credits { get; init; }

    /// <summary>Whether the addresses work no longer.</summary>
    public bool IsLapsed { get; init; }

    /// <summary>Whether its callback was given up.</summary>
    public bool CallbackFailed { get; init; }

    public bool IsSuccess => State == Success;
}
