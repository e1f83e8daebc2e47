using Kinora.Core.Health;

namespace Kinora.Core.Storage;

/// <summary>How many generations of each variant were made and how many failed, by the hour, so that what nodes count adds up.</summary>
internal sealed class OutcomeStore(ISqlDatabase database)
{
    /// <summary>Adds to the counts of an hour, and forgets those before <paramref name="forget"/>.</summary>
    /// <param name="hour">Since 1970.</param>
    public Task AddAsync(long hour, IReadOnlyCollection<VariantOutcomes> counts, long forget, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            // In order, so that nodes which lock rows never lock them crosswise.
            foreach (var (variant, succeeded, failed) in counts.OrderBy(count => count.VariantId, StringComparer.Ordinal))
            {
                await transaction.ExecuteAsync(
                    """
                    INSERT INTO variant_outcomes (variant_id, hour, succeeded, failed) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (variant_id, hour) DO UPDATE
                    SET succeeded = variant_outcomes.succeeded + excluded.succeeded, failed = variant_outcomes.failed + excluded.failed
                    """,
                    variant, hour, succeeded, failed);
            }

            return await transaction.ExecuteAsync("DELETE FROM variant_outcomes WHERE hour < $1", forget);
        },
        cancellationToken);

    /// <summary>The sums of each variant from an hour on.</summary>
    public Task<List<VariantOutcomes>> ReadAsync(long from, CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync(
            "SELECT variant_id, CAST(SUM(succeeded) AS BIGINT), CAST(SUM(failed) AS BIGINT) FROM variant_outcomes WHERE hour >= $1 GROUP BY variant_id",
            row => new VariantOutcomes(row.GetString(0), row.GetInt64(1), row.GetInt64(2)), from),
        cancellationToken);
}
