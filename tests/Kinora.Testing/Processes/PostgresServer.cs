using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;

namespace Kinora.Testing.Processes;

/// <summary>A PostgreSQL of the tests' own, on a socket in a temporary folder; begun at its first use and gone with the test run, however that ends.</summary>
/// <remarks>It does not wait for the disk: what the tests kill is our own process, and that loses nothing that the system has taken.</remarks>
public sealed class PostgresServer : IAsyncDisposable
{
    // The shell waits for a line from us. None comes when we are done, or dead.
    private const string Watch =
        """
        "$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync="$3" -c full_page_writes="$3" -c max_connections=300 -c shared_buffers=64MB </dev/null >>"$2/log" 2>&1 &
        read -r word
        kill -QUIT $!
        wait
        [ "$word" = keep ] || rm -rf "$2"
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-pg-").FullName;
    private readonly SemaphoreSlim _gate = new(1);
    private readonly ConcurrentBag<string> _given = [];
    private Process? _process;
    private int _databases;

    /// <summary>Whether it waits for the disk all the same, as it should where speed is measured.</summary>
    public bool IsDurable { get; init; }

    /// <summary>A new and empty database.</summary>
    public async Task<PostgresTestDatabase> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        await StartAsync(cancellationToken);
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name}", cancellationToken);
        return new(this, name);
    }

    /// <summary>A database without rows that may have served before, and then has its tables: to make them takes longer than most tests.</summary>
    public async Task<PostgresTestDatabase> EmptyDatabaseAsync(CancellationToken cancellationToken)
    {
        var given = _given.TryTake(out var name) ? name : (await NewDatabaseAsync(cancellationToken)).Name;
        return new(this, given) { Returned = _given.Add };
    }

    /// <summary>Starts it, if it does not run; completes when it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_process is not null) return;
            if (!Directory.Exists(Path.Combine(_folder, "data"))) await CreateAsync(cancellationToken);
            _process = Begin("sh", ["-c", Watch, "sh", Programs(), _folder, IsDurable ? "on" : "off"]);
            await UntilItAnswersAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends it at once, in the middle of whatever it does, as a crash would. <see cref="StartAsync"/> begins it again.</summary>
    public Task KillAsync() => EndAsync("keep");

    public async ValueTask DisposeAsync()
    {
        await EndAsync("");
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
        _gate.Dispose();
    }

    /// <summary>The address of a database, as <c>KINORA_DATABASE</c> takes it.</summary>
    internal string AddressOf(string database) => $"Host={_folder};Username=kinora;Database={database}";

    /// <summary>The socket that it listens on.</summary>
    public string Socket => Path.Combine(_folder, ".s.PGSQL.5432");

    internal async Task ExecuteAsync(string database, string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(AddressOf(database) + ";Pooling=false");
        await connection.OpenAsync(cancellationToken);
#pragma warning disable CA2100 // A test's own words.
        await using var command = new NpgsqlCommand(statement, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task EndAsync(string word)
    {
        if (_process is not { } process) return;
        if (word.Length > 0) await process.StandardInput.WriteLineAsync(word);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess) await RunAsync(Begin("chown", ["postgres", _folder], asOurselves: true), cancellationToken);
        await RunAsync(
            Begin(Path.Combine(Programs(), "initdb"), ["-D", Path.Combine(_folder, "data"), "-U", "kinora", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]),
            cancellationToken);
    }

    private static async Task RunAsync(Process process, CancellationToken cancellationToken)
    {
        using var ended = process;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{process.StartInfo.FileName} failed:\n{output}\n{errors}");
    }

    /// <summary>PostgreSQL does not run as root; then it runs as the user that Debian's package makes.</summary>
    private Process Begin(string program, IReadOnlyList<string> arguments, bool asOurselves = false)
    {
        string[] user = Environment.IsPrivilegedProcess && !asOurselves ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] : [];
        string[] all = [.. user, program, .. arguments];
        var start = new ProcessStartInfo(all[0], all[1..])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder,
        };
        return Process.Start(start)!;
    }

    private async Task UntilItAnswersAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25));
        while (true)
        {
            try
            {
                await ExecuteAsync("postgres", "SELECT 1", limit.Token);
                return;
            }
            catch (NpgsqlException) when (!_process!.HasExited)
            {
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
    }

    /// <summary>Debian keeps them off the PATH, by version; elsewhere they are on it.</summary>
    private static string Programs()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return debian.OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin")).Concat(path)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")))
            ?? throw new InvalidOperationException("PostgreSQL is missing: install the package postgresql, or run ./test, which does.");
    }
}
