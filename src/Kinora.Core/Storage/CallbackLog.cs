using System.Text.Json;
using Kinora.Core.Callbacks;

namespace Kinora.Core.Storage;

/// <summary>Callbacks as they came, and what came of them.</summary>
public sealed class CallbackLog
{
    /// <summary>Rows that one generation may fill; whoever can prove its address could otherwise fill the disk.</summary>
    private const int MostOfOne = 50;

    // Where callbacks of one generation are looked for, the plus keeps SQLite from going through all proven ones by the index of time.
    private readonly ISqlDatabase _database;

    internal CallbackLog(ISqlDatabase database) => _database = database;

    /// <summary>A page of the log, newest first, older than entry number <paramref name="before"/>.</summary>
    /// <param name="generationId">Only what claims to be about this generation; null: all.</param>
    public Task<List<NumberedCallbackEntry>> ListAsync(string? generationId, long? before, int limit, CancellationToken cancellationToken) =>
        _database.ReadAsync(
            session => session.QueryAsync(
                """
                SELECT number, document FROM callbacks
                WHERE (CAST($1 AS TEXT) IS NULL OR generation_id = $1) AND (CAST($2 AS BIGINT) IS NULL OR number < $2) ORDER BY number DESC LIMIT $3
                """,
                row => new NumberedCallbackEntry(row.GetInt64(0), JsonSerializer.Deserialize(row.GetString(1), KinoraJsonContext.Default.CallbackEntry)!),
                generationId, before, limit),
            cancellationToken);

    /// <summary>Adds an entry, unless its generation has as many as are kept.</summary>
    /// <param name="digest">Of its content, to know it again.</param>
    internal Task<bool> AddAsync(CallbackEntry entry, string digest, CancellationToken cancellationToken) => _database.WriteAsync(
        async transaction =>
        {
            if (entry.IsProven && (long)(await transaction.ScalarAsync(
                    "SELECT COUNT(*) FROM callbacks WHERE generation_id = $1 AND +proven = 1", entry.GenerationId))! >= MostOfOne)
            {
                return false;
            }

            await transaction.ExecuteAsync(
                "INSERT INTO callbacks (generation_id, proven, digest, at, document) VALUES ($1, $2, $3, $4, $5)",
                entry.GenerationId, entry.IsProven ? 1 : 0, digest, entry.At.Column(), JsonSerializer.Serialize(entry, KinoraJsonContext.Default.CallbackEntry));
            return true;
        },
        cancellationToken);

    /// <summary>Whether a proven callback of this content came before.</summary>
    internal Task<bool> KnowsAsync(string generationId, string digest, CancellationToken cancellationToken) => _database.ReadAsync(
        async session => await session.ScalarAsync(
            "SELECT 1 FROM callbacks WHERE generation_id = $1 AND +proven = 1 AND digest = $2", generationId, digest) is not null,
        cancellationToken);
}

/// <summary>An entry and its place in the log.</summary>
public sealed record NumberedCallbackEntry(long Number, CallbackEntry Entry);
