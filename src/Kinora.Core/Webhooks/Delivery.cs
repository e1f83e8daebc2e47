using Kinora.Core.Generations;

namespace Kinora.Core.Webhooks;

/// <summary>Something to be posted to an address that a caller named, and how far that is.</summary>
public sealed record Delivery
{
    /// <summary><c>evt_…</c>; the same whenever it is posted again.</summary>
    public required string Id { get; init; }
    public required string AccountId { get; init; }

    /// <summary>Of which it tells; null for a test.</summary>
    public string? GenerationId { get; init; }

    /// <summary>Of the generation's change, as in its history; 0 for a test.</summary>
    public required long Number { get; init; }

    /// <summary>In whose words, as in a generation's origin.</summary>
    public required string Surface { get; init; }

    /// <summary>The event of a webhook; null for a callback in another API's words.</summary>
    public string? Type { get; init; }

    /// <summary>Null where the request itself named the address.</summary>
    public string? EndpointId { get; init; }
    public required Uri Url { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null when it was taken or given up.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>So far, since it was begun or begun anew.</summary>
    public int Tries { get; init; }

    /// <summary>Whether the receiver has it.</summary>
    public bool Taken { get; init; }

    /// <summary>To the last try, for people; null before the first.</summary>
    public string? Answer { get; init; }

    /// <summary>The last tries, oldest first, at most <see cref="MostLogged"/>.</summary>
    public IReadOnlyList<DeliveryTry> Log { get; init; } = [];

    /// <summary>What waits together: all for one endpoint, or for one host on behalf of one account.</summary>
    internal string Lane { get; init; } = "";

    /// <summary>The generation as the change left it; null where it is told as it stands.</summary>
    internal Generation? Snapshot { get; init; }

    /// <summary>How many tries are kept.</summary>
    public const int MostLogged = 10;

    /// <summary>The generation to tell of: in the state of the event, with what its owner did with it since.</summary>
    /// <param name="now">As it stands.</param>
    public Generation? Tell(Generation? now) => Snapshot is null ? now : Snapshot with { Marks = now?.Marks ?? GenerationMarks.None };
}

/// <summary>One try to post a delivery.</summary>
/// <param name="Status">Of the answer; null when there was none.</param>
/// <param name="Answer">What came of it, for people.</param>
/// <param name="Body">The first 1,000 characters of the answer's body.</param>
public sealed record DeliveryTry(DateTimeOffset At, int? Status, int Milliseconds, string Answer, string? Body);
