using System.Collections.Concurrent;
using System.Data;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>Rows that transactions leave behind, by which their fate is found out when the connection broke while they were committed.</summary>
/// <remarks>
/// Whoever asks writes the same row: the database lets that wait for the transaction in question, if it still runs. If the row is there, it was
/// committed; if not, it can never be any more, because the row of the one who asked stands in its way.
/// </remarks>
internal sealed class CommitMarks(NpgsqlDataSource source, TimeProvider time)
{
    private const string Leave = "INSERT INTO commit_marks (id, at) VALUES ($1, (SELECT kinora_now()))";
    private const string Remove = "DELETE FROM commit_marks WHERE id = ANY($1)";
    private const string RemoveOld = "DELETE FROM commit_marks WHERE at < (SELECT kinora_now()) - 86400000";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Removed one by one they would cost more than they did to write.
    private const int MostSpent = 64;

    private readonly ConcurrentQueue<string> _spent = [];

    /// <summary>What nodes that are gone left behind.</summary>
    public static Task RemoveOldAsync(ISqlSession session) => session.ExecuteAsync(RemoveOld);

    /// <summary>Runs what ends a transaction. When this completes, it is committed.</summary>
    /// <param name="batch">Its last statements, without the COMMIT; of a transaction that wrote something that somebody may be told of.</param>
    /// <exception cref="NotCommittedException">The connection broke before it was committed.</exception>
    /// <exception cref="NpgsqlException">It was refused; or, when the database did not answer for 30 s, nobody knows what became of it.</exception>
    public async Task CommitAsync(NpgsqlConnection connection, NpgsqlBatch batch)
    {
        var mark = Guid.NewGuid().ToString("N");
        batch.Add(Leave, mark);
        if (_spent.Count >= MostSpent)
        {
            var spent = new List<string>();
            while (_spent.TryDequeue(out var old)) spent.Add(old);
            batch.Add(Remove, [spent.ToArray()]);
        }

        batch.Add("COMMIT");
        try
        {
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception fault) when (fault is not PostgresException || connection.State != ConnectionState.Open)
        {
            // Closed first: if the transaction still is open here, that ends it.
            await connection.CloseAsync();
            if (!await WasLeftAsync(mark)) throw new NotCommittedException(fault);
        }

        _spent.Enqueue(mark);
    }

    private async Task<bool> WasLeftAsync(string mark)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync();
                return await new PostgresSession(connection).ExecuteAsync(Leave + " ON CONFLICT DO NOTHING", mark) == 0;
            }
            catch (NpgsqlException) when (time.GetElapsedTime(start) < Patience)
            {
                await Task.Delay(Pause, time, CancellationToken.None);
            }
        }
    }
}

/// <summary>The connection broke, and nothing was committed over it, nor ever will be.</summary>
internal sealed class NotCommittedException(Exception cut) : NpgsqlException("The connection to the database broke before the commit.", cut);
