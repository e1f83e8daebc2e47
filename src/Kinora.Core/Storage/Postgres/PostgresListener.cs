using Microsoft.Extensions.Logging;
using Npgsql;

namespace Kinora.Core.Storage.Postgres;

/// <summary>Hears what other nodes commit. Where notifications do not arrive (some poolers and clusters swallow them), everybody is woken every 2 s instead.</summary>
internal sealed partial class PostgresListener(
    string connectionString, NpgsqlDataSource source, PostgresAnnouncer announcer, TimeProvider time, ILogger<PostgresListener> logger)
{
    private static readonly TimeSpan ProbeWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, KeepAlive = 10 }.ToString();
    private bool _silent;

    /// <summary>Listens until it is told to stop, over every break of the connection.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        for (var pause = TimeSpan.FromMilliseconds(100); !stop.IsCancellationRequested;)
        {
            try
            {
                await using var connection = new NpgsqlConnection(_connectionString);
                await connection.OpenAsync(stop);
                await ListenAsync(connection, () => pause = TimeSpan.FromMilliseconds(100), stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // It outlives every fault, as the workers do.
            catch (Exception fault)
#pragma warning restore CA1031
            {
                LogBroken(fault.Message);
            }

            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, Action listening, CancellationToken stop)
    {
        var probe = Guid.NewGuid().ToString("N");
        var heard = false;
        connection.Notification += (_, message) =>
        {
            if (message.Payload == probe) heard = true;
            else if (PostgresNews.Read(message.Payload) is { } news) announcer.Hear(news);
        };
        await new PostgresSession(connection).ExecuteAsync("LISTEN " + PostgresNews.Channel);
        listening();

        // What was committed while nobody listened told nobody.
        announcer.WakeAll();
        await ProbeAsync(probe, stop);
        while (!stop.IsCancellationRequested)
        {
            if (heard)
            {
                if (_silent) LogHeard();
                _silent = false;
                await connection.WaitAsync(stop);
            }
            else if (!await connection.WaitAsync(ProbeWait, stop) && !heard)
            {
                if (!_silent) LogSilent();
                _silent = true;
                announcer.WakeAll();
                await ProbeAsync(probe, stop);
            }
        }
    }

    private async Task ProbeAsync(string probe, CancellationToken stop)
    {
        await using var other = await source.OpenConnectionAsync(stop);
        await new PostgresSession(other).ExecuteAsync(PostgresNews.Notify, probe);
    }

    [LoggerMessage(400, LogLevel.Warning, "The connection for notifications of the database broke ({Reason}); it is made again.")]
    private partial void LogBroken(string reason);

    [LoggerMessage(401, LogLevel.Warning, "The database passes no notifications on; every node looks for work and events every 2 s instead.")]
    private partial void LogSilent();

    [LoggerMessage(402, LogLevel.Information, "The database passes notifications on again.")]
    private partial void LogHeard();
}
