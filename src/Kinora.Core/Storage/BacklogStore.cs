using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>How much waits, read in one statement over what is due and the accounts.</summary>
public sealed class BacklogStore
{
    private readonly ISqlDatabase _database;

    internal BacklogStore(ISqlDatabase database) => _database = database;

    /// <summary>Completes when the database has answered.</summary>
    public Task AskAsync(CancellationToken cancellationToken) => _database.ReadAsync(session => session.ScalarAsync("SELECT COUNT(*) FROM leases"), cancellationToken);

    public Task<Backlog> ReadAsync(CancellationToken cancellationToken) => _database.ReadAsync(
        async session =>
        {
            // By the indexes of what is due: what has ended may be much.
            var rows = await session.QueryAsync(
                """
                SELECT status, line, COUNT(*), MIN(due_at) FROM generations
                WHERE status IN ('queued', 'submitting', 'running', 'collecting', 'failed') AND due_at IS NOT NULL GROUP BY status, line
                UNION ALL SELECT 'deliveries', '', COUNT(*), MIN(due_at) FROM deliveries WHERE due_at IS NOT NULL
                UNION ALL SELECT 'held', '', CAST(COALESCE(SUM(held), 0) AS BIGINT), (SELECT kinora_now()) FROM accounts
                """,
                row => (Name: row.GetString(0), Line: row.GetString(1), Count: row.GetInt64(2), At: row.IsDBNull(3) ? (DateTimeOffset?)null : row.Time(3)));
            var (deliveries, held) = (rows.Find(row => row.Name == "deliveries"), rows.Find(row => row.Name == "held"));
            return new Backlog(
                [.. rows.Where(row => row.Name is not ("deliveries" or "held"))
                    .Select(row => new BacklogLine(Enum.Parse<GenerationStatus>(row.Name, ignoreCase: true), row.Line, row.Count, row.At))],
                deliveries.Count, deliveries.At, held.Count, held.At!.Value);
        },
        cancellationToken);
}

/// <summary>What waits.</summary>
/// <param name="Deliveries">Callbacks to callers that are to be tried, now or later.</param>
/// <param name="DeliveryDue">When the first of them is.</param>
/// <param name="Held">Credits.</param>
/// <param name="At">When it was read, by the database's clock.</param>
public sealed record Backlog(IReadOnlyList<BacklogLine> Lines, long Deliveries, DateTimeOffset? DeliveryDue, long Held, DateTimeOffset At);

/// <summary>The generations of one status, and at one account where they run, that a worker will look at again.</summary>
/// <param name="Account">The provider account where they run; empty where no account has them.</param>
/// <param name="Due">When the first of them is due.</param>
public sealed record BacklogLine(GenerationStatus Status, string Account, long Count, DateTimeOffset? Due);
