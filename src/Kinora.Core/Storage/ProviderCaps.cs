using System.Globalization;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>How many run at a provider account and what is spent there, over all nodes. Asked only for accounts that have such caps.</summary>
public sealed class ProviderCaps
{
    /// <summary>In which US dollars are counted: so many are one.</summary>
    public const decimal Millionths = 1_000_000;

    private readonly ISqlDatabase _database;

    internal ProviderCaps(ISqlDatabase database) => _database = database;

    /// <summary>Takes a place, and sets the cost aside, if both caps allow it; else neither.</summary>
    /// <param name="until">When the place is free again by itself, should nobody leave it.</param>
    internal Task<CapOutcome> EnterAsync(string generationId, CapTerms terms, long cost, DateTimeOffset until, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            // The row is the lock: whoever comes at the same time counts after this commit.
            await transaction.ExecuteAsync(
                "INSERT INTO provider_spending (account, day, spent) VALUES ($1, $2, 0) ON CONFLICT (account, day) DO UPDATE SET spent = provider_spending.spent",
                terms.Account, terms.Day);
            if (terms.MostRunning is { } running && await InsideAsync(transaction, terms.Account) >= running) return CapOutcome.Full;
            var isPaid = await transaction.ExecuteAsync(
                "UPDATE provider_spending SET spent = spent + $3 WHERE account = $1 AND day = $2 AND spent + $3 <= $4",
                terms.Account, terms.Day, cost, terms.MostSpent ?? long.MaxValue) == 1;
            if (!isPaid) return CapOutcome.Spent;
            await transaction.ExecuteAsync(
                """
                INSERT INTO provider_places (account, generation_id, until) VALUES ($1, $2, $3)
                ON CONFLICT (account, generation_id) DO UPDATE SET until = excluded.until
                """,
                terms.Account, generationId, until.Column());
            await transaction.ExecuteAsync("DELETE FROM provider_places WHERE account = $1 AND until <= (SELECT kinora_now())", terms.Account);
            return CapOutcome.In;
        },
        cancellationToken);

    /// <summary>Frees the place.</summary>
    /// <param name="refund">What was set aside and not spent.</param>
    internal Task LeaveAsync(string generationId, CapTerms terms, long refund, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync("UPDATE provider_spending SET spent = spent - $3 WHERE account = $1 AND day = $2", terms.Account, terms.Day, refund);
            return await transaction.ExecuteAsync("DELETE FROM provider_places WHERE account = $1 AND generation_id = $2", terms.Account, generationId);
        },
        cancellationToken);

    /// <summary>The day of a moment, in UTC.</summary>
    public static string Day(DateTimeOffset now) => now.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What was spent on a day, in millionths of a US dollar.</summary>
    public Task<long> SpentAsync(string account, string day, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync("SELECT spent FROM provider_spending WHERE account = $1 AND day = $2", account, day) as long? ?? 0, cancellationToken);

    /// <summary>How many generations run there, or are just being submitted.</summary>
    public Task<long> RunningAsync(string account, CancellationToken cancellationToken) =>
        _database.ReadAsync(session => InsideAsync(session, account), cancellationToken);

    // A generation that runs may still have its place.
    private static async Task<long> InsideAsync(ISqlSession session, string account) => Convert.ToInt64(
        await session.ScalarAsync(
            """
            SELECT COUNT(*) FROM (
              SELECT id FROM generations WHERE status = $2 AND line = $1
              UNION SELECT generation_id FROM provider_places WHERE account = $1 AND until > (SELECT kinora_now())) AS inside
            """,
            account, GenerationStatus.Running.Column()),
        CultureInfo.InvariantCulture);
}

/// <summary>Whether an account may take one more.</summary>
internal enum CapOutcome
{
    In,

    /// <summary>As many run there as may.</summary>
    Full,

    /// <summary>It would spend more than it may on one day.</summary>
    Spent,
}

/// <param name="Day">As <c>2026-01-31</c>, in UTC.</param>
/// <param name="MostSpent">In millionths of a US dollar.</param>
internal sealed record CapTerms(string Account, string Day, int? MostRunning, long? MostSpent);
