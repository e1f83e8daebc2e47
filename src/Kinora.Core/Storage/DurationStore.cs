using System.Runtime.InteropServices;
using Kinora.Core.Polling;

namespace Kinora.Core.Storage;

/// <summary>How often generations of each kind took how long, a row for each step of the scale, so that what nodes count adds up.</summary>
internal sealed class DurationStore(ISqlDatabase database)
{
    /// <summary>Adds to the counts, and halves those of a kind that has become too many.</summary>
    public Task AddAsync(IReadOnlyCollection<StoredDuration> counts, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            // In order, so that nodes which lock rows never lock them crosswise.
            foreach (var ((key, step), count) in counts.OrderBy(count => count.At.Key.VariantId, StringComparer.Ordinal)
                .ThenBy(count => count.At.Key.Mode, StringComparer.Ordinal).ThenBy(count => count.At.Key.TypicalSeconds).ThenBy(count => count.At.Step))
            {
                await transaction.ExecuteAsync(
                    """
                    INSERT INTO durations (variant_id, mode, typical_seconds, step, takes) VALUES ($1, $2, $3, $4, $5)
                    ON CONFLICT (variant_id, mode, typical_seconds, step) DO UPDATE SET takes = durations.takes + excluded.takes
                    """,
                    key.VariantId, key.Mode, key.TypicalSeconds, step, count);
            }

            foreach (var key in counts.Select(count => count.At.Key).Distinct())
            {
                await transaction.ExecuteAsync(
                    """
                    UPDATE durations SET takes = takes / 2
                    WHERE variant_id = $1 AND mode = $2 AND typical_seconds = $3 AND $4 < (
                      SELECT SUM(takes) FROM durations WHERE variant_id = $1 AND mode = $2 AND typical_seconds = $3)
                    """,
                    key.VariantId, key.Mode, key.TypicalSeconds, DurationCounts.Most);
            }

            return true;
        },
        cancellationToken);

    /// <summary>All that is known.</summary>
    public Task<List<StoredDuration>> ReadAsync(CancellationToken cancellationToken) => database.ReadAsync(
        session => session.QueryAsync(
            "SELECT variant_id, mode, typical_seconds, step, takes FROM durations",
            row => new StoredDuration(new(new(row.GetString(0), row.GetString(1), row.GetInt32(2)), row.GetInt32(3)), row.GetDouble(4))),
        cancellationToken);
}

/// <summary>A step of the scale, for one kind of generation.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DurationStep(DurationKey Key, int Step);

/// <summary>How many generations of one kind took as long as one step.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StoredDuration(DurationStep At, double Count);
