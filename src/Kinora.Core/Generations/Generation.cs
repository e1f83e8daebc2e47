using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kinora.Core.Credits;

namespace Kinora.Core.Generations;

/// <summary>One request and what became of it. Immutable: each transition answers the change to commit, or null when it changes nothing.</summary>
/// <remarks>
/// <code>
/// queued ──► submitting ──► running ──► collecting ──► succeeded
///   │            │             │            │
///   ▼            └─────────────┴────────────┴──► failed ─ ─ ► succeeded   (late success, once)
/// canceled
/// </code>
/// A queued generation that the provider said to have refused, and then calls back about, is running after all. A running one is canceled where
/// the provider can stop it.
/// Final states never change, with one exception: a provider success that arrives after Kinora gave up waiting
/// (<see cref="FailureCode.OutcomeUnknown"/>, <see cref="FailureCode.Deadline"/>, <see cref="FailureCode.OutputLost"/>) is still collected,
/// delivered and charged.
/// </remarks>
public sealed partial record Generation
{
    /// <summary><c>gen_</c> and a UUIDv7 in 32 hex digits.</summary>
    public required string Id { get; init; }
    public required string AccountId { get; init; }

    /// <summary>The id of the key that asked for it, or that began the session; null where none did.</summary>
    public string? KeyId { get; init; }

    /// <summary>Counts the changes; 1 when new.</summary>
    public int Version { get; init; } = 1;
    public GenerationStatus Status { get; init; } = GenerationStatus.Queued;
    public required string ModelId { get; init; }
    public required string ModelName { get; init; }
    public required string VariantId { get; init; }
    public required string Mode { get; init; }
    public required GenerationInput Input { get; init; }

    /// <summary>Null for one that was asked for anew in Kinora's own words.</summary>
    public GenerationOrigin? Origin { get; init; }

    /// <summary>What the provider is asked, in its own fields.</summary>
    public required JsonObject WireInput { get; init; }

    /// <summary>The provider that is asked, its API and its id of the model, as the route said at acceptance.</summary>
    public required string Provider { get; init; }
    public required string Endpoint { get; init; }
    public required string WireModel { get; init; }

    /// <summary>Who may be asked when that one cannot, in this order.</summary>
    public IReadOnlyList<GenerationRoute> OtherRoutes { get; init; } = [];
    public required Quote Quote { get; init; }

    /// <summary>How long the model may take from the provider's acceptance on.</summary>
    public required TimeSpan Patience { get; init; }
    public required int TypicalSeconds { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When a worker should look at it next; null when never.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>Submissions so far.</summary>
    public int Attempts { get; init; }

    /// <summary>The latest submission.</summary>
    public Attempt? Attempt { get; init; }

    /// <summary>Why it is not with the provider, where the provider said "later" or was not reached; null once it is.</summary>
    public Waiting? Waiting { get; init; }

    /// <summary>Failed tries at the step it is in; back to 0 with each change of state.</summary>
    public int Tries { get; init; }
    public int? Progress { get; init; }
    public IReadOnlyList<Uri> ProviderOutputs { get; init; } = [];

    /// <summary>The first ones of the outputs, stored already while the others could not be fetched yet.</summary>
    public IReadOnlyList<GenerationOutput> StoredOutputs { get; init; } = [];
    public IReadOnlyList<GenerationOutput> Outputs { get; init; } = [];
    public GenerationFailure? Failure { get; init; }
    public long Held { get; init; }
    public long Captured { get; init; }
    public long Released { get; init; }

    /// <summary>What the provider says that it charged, in its own credits.</summary>
    public decimal? UpstreamCredits { get; init; }

    /// <summary>When its files were deleted because they had been kept long enough; null while they are there.</summary>
    public DateTimeOffset? ExpiredAt { get; init; }

    /// <summary>The W3C trace context (<c>traceparent</c>) in which it was accepted and all work on it goes on; null for what was stored before there was one.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The trace of <see cref="TraceParent"/>, in 32 hex digits.</summary>
    [JsonIgnore]
    public string? TraceId => TraceParent?.Split('-')[1];

    /// <summary>What its owner did with it, as it was when it was read; none where the engine reads for itself.</summary>
    [JsonIgnore]
    public GenerationMarks Marks { get; init; } = GenerationMarks.None;

    /// <summary>The generation whose take it continues or enlarges; null when it stands by itself.</summary>
    [JsonIgnore]
    public string? ParentId => Input.Source;

    /// <summary>The line of its status that it waits in. What runs waits in that of its account, so that one that may be asked seldom holds up no other.</summary>
    [JsonIgnore]
    public string Line => Status is GenerationStatus.Running ? Attempt!.Account : "";

    /// <summary>Whether the state is final.</summary>
    [JsonIgnore]
    public bool IsFinal => Status is GenerationStatus.Succeeded or GenerationStatus.Failed or GenerationStatus.Canceled;

    /// <summary>Whether Kinora stopped waiting while the provider may still succeed.</summary>
    [JsonIgnore]
    public bool MaySucceedLate =>
        Status is GenerationStatus.Failed && Outputs.Count == 0 && Failure?.Code is FailureCode.OutcomeUnknown or FailureCode.Deadline or FailureCode.OutputLost;
}
