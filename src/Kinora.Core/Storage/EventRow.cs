namespace Kinora.Core.Storage;

/// <summary>An account's events of one commit, as they are written: one after the other they count up to <paramref name="Number"/>.</summary>
/// <param name="GenerationId">What the last one is about; null where it is about no generation.</param>
/// <param name="Earlier">What those before it are about, oldest first, with commas between them; null where it is alone.</param>
internal sealed record EventRow(string AccountId, long Number, string? GenerationId, string? Earlier)
{
    public const string Insert = "INSERT INTO events (account_id, number, generation_id, earlier) VALUES ($1, $2, $3, $4)";

    /// <summary>One row for each account.</summary>
    /// <param name="events">Each account's in order, without gaps.</param>
    public static EventRow[] Of(IEnumerable<NumberedEvent> events) =>
    [
        .. events.GroupBy(happened => happened.AccountId).Select(group => group.ToArray()).Select(
            own => new EventRow(own[^1].AccountId, own[^1].Number, own[^1].GenerationId, own[..^1].Select(happened => happened.GenerationId).ToArray().Column())),
    ];

    /// <summary>Its events, oldest first.</summary>
    public IEnumerable<(long Number, string? GenerationId)> Events()
    {
        string?[] ids = [.. Earlier?.Split(',') ?? [], GenerationId];
        return ids.Select((id, index) => (Number - ids.Length + 1 + index, id));
    }
}

/// <summary>An event of a commit that is being made.</summary>
internal sealed record NumberedEvent(string AccountId, long Number, string GenerationId);
