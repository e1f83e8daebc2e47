using System.Data.Common;
using System.Text.Json;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

public sealed partial class GenerationStore
{
    private const string EventRows = "SELECT account_id, number, generation_id, earlier FROM events WHERE account_id = $1 AND number > $2";

    /// <summary>The account's events after <paramref name="number"/>, oldest first, each with its generation as it stands now.</summary>
    public Task<List<AccountEvent>> EventsAfterAsync(string accountId, long number, int limit, CancellationToken cancellationToken) => _database.ReadAsync(
        async session =>
        {
            var rows = await session.QueryAsync($"{EventRows} ORDER BY number LIMIT $3", Row, accountId, number, limit);
            var events = rows.SelectMany(row => row.Events()).SkipWhile(happened => happened.Number <= number).Take(limit).ToList();
            var ids = events.Select(happened => happened.GenerationId).OfType<string>().Distinct().ToArray();
            var found = ids.Length == 0 ? [] : await session.QueryAsync(
                $"SELECT {SqlMarks.Columns} FROM generations g WHERE g.id IN (SELECT value FROM json_each($1))", row => row.Marked(0),
                JsonSerializer.Serialize(ids, KinoraJsonContext.Default.StringArray));
            var generations = found.ToDictionary(generation => generation.Id);
            return events.ConvertAll(happened => new AccountEvent(happened.Number, happened.GenerationId is { } id ? generations.GetValueOrDefault(id) : null));
        },
        cancellationToken);

    /// <summary>The number of the account's newest event about a generation, after one number and up to another; null when there is none.</summary>
    /// <param name="upTo">A number that was the account's last one.</param>
    public Task<long?> LastEventOfAsync(string accountId, string generationId, long after, long upTo, CancellationToken cancellationToken) => _database.ReadAsync(
        async session =>
        {
            var rows = await session.QueryAsync(
                $"{EventRows} AND number <= $3 AND (generation_id = $4 OR earlier LIKE $5 ESCAPE '!') ORDER BY number DESC LIMIT 1",
                Row, accountId, after, upTo, generationId, SqlMarks.Containing(generationId));
            return rows.SelectMany(row => row.Events()).Where(happened => happened.GenerationId == generationId && happened.Number > after)
                .Select(happened => (long?)happened.Number).LastOrDefault();
        },
        cancellationToken);

    private static EventRow Row(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), row.Text(2), row.Text(3));
}

/// <summary>Something that an account's listeners are told.</summary>
/// <param name="Number">Counts up by one per account, in commit order.</param>
/// <param name="Generation">Null when only the account's money changed.</param>
public sealed record AccountEvent(long Number, Generation? Generation);
