using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>The first connection: servers and their databases are often started together.</summary>
internal static partial class PostgresStart
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // A server, database or role may be set to answer before a commit is on disk. Kinora tells nobody of what could still be lost.
    private const string Durable = "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'";

    // The statements of a group commit are planned alike whatever their arrays hold, and planning them each time takes longer than some take to run.
    private const string PlannedOnce = "SET plan_cache_mode = force_generic_plan";

    /// <summary>Pooled connections for whatever comes.</summary>
    public static NpgsqlDataSource Source(string connectionString) => Source(connectionString, Durable);

    /// <summary>The connection of the group commit, which takes one at a time, and sends a group in one piece: each piece wakes and delays both sides.</summary>
    public static NpgsqlDataSource WriterSource(string connectionString) => Source(
        new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 1, MinPoolSize = 0, WriteBufferSize = 256 * 1024 }.ToString(), Durable + ";" + PlannedOnce);

    private static NpgsqlDataSource Source(string connectionString, string begin)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.UsePhysicalConnectionInitializer(
            connection =>
            {
                using var command = new NpgsqlCommand(begin, connection);
                command.ExecuteNonQuery();
            },
            async connection =>
            {
                await using var command = new NpgsqlCommand(begin, connection);
                await command.ExecuteNonQueryAsync();
            });
        return builder.Build();
    }

    /// <summary>Completes when the database answers.</summary>
    /// <exception cref="NpgsqlException">It does not within <paramref name="patience"/>, or it refuses for good.</exception>
    public static async Task WaitAsync(NpgsqlDataSource source, TimeSpan patience, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancellationToken);
                return;
            }
            catch (NpgsqlException fault) when (fault.MayPass() && time.GetElapsedTime(start) < patience)
            {
                if (tries == 1) LogWaiting(logger, fault.Message);
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
    }

    [LoggerMessage(410, LogLevel.Information, "Waiting for the database ({Reason}).")]
    private static partial void LogWaiting(ILogger logger, string reason);
}
