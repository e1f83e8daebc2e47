using System.Text.Json.Serialization;

namespace Kinora.Core.Generations;

/// <summary>What there may be to do, by which workers are woken.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WorkKind>))]
internal enum WorkKind
{
    /// <summary>Queued generations.</summary>
    [JsonStringEnumMemberName("dispatch")] Dispatch,

    /// <summary>Generations whose provider is being asked.</summary>
    [JsonStringEnumMemberName("await_outcome")] AwaitOutcome,

    /// <summary>Generations that run.</summary>
    [JsonStringEnumMemberName("poll")] Poll,

    /// <summary>Generations whose files are to be brought home.</summary>
    [JsonStringEnumMemberName("collect")] Collect,

    /// <summary>Generations that were given up and may succeed late.</summary>
    [JsonStringEnumMemberName("look_late")] LookLate,

    /// <summary>Deliveries to webhooks.</summary>
    [JsonStringEnumMemberName("deliver")] Deliver,

    /// <summary>Films to be joined.</summary>
    [JsonStringEnumMemberName("join")] Join,
}

internal static class WorkKinds
{
    /// <summary>What there is to do with a generation that is due.</summary>
    public static WorkKind Work(this GenerationStatus status) => status switch
    {
        GenerationStatus.Queued => WorkKind.Dispatch,
        GenerationStatus.Submitting => WorkKind.AwaitOutcome,
        GenerationStatus.Running => WorkKind.Poll,
        GenerationStatus.Collecting => WorkKind.Collect,
        _ => WorkKind.LookLate,
    };
}
