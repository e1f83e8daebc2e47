using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Kinora.Testing.Processes;

/// <summary>The real <c>kinora</c> in its own process, as it was built with this test assembly. It can be killed at any moment and started again.</summary>
/// <remarks>The address is chosen before the first start and kept, so that links and callbacks survive a restart.</remarks>
public sealed class KinoraProcess : IAsyncDisposable
{
    private const int SigTerm = 15;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly KinoraLaunch _launch;
    private readonly CapturedOutput _output = new();
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private Process? _process;

    private KinoraProcess(KinoraLaunch launch) => _launch = launch;

    /// <summary>Where it listens.</summary>
    public Uri Url => _launch.Url;

    /// <summary>Its data; kept over restarts, removed at the end unless the caller named it.</summary>
    public string DataFolder => _launch.DataFolder;

    /// <summary>The operating system's number of the running process.</summary>
    public int Id => Running.Id;

    /// <summary>Everything that it wrote so far, over all its lives, both streams as they came.</summary>
    public string Output => _output.Text;

    private Process Running => _process ?? throw new InvalidOperationException("The process is not running.");

    /// <summary>One that is started later.</summary>
    public static KinoraProcess Prepare(KinoraLaunch launch) => new(launch);

    /// <summary>Starts it and waits until it answers HTTP.</summary>
    public static async Task<KinoraProcess> StartAsync(KinoraLaunch launch, CancellationToken cancellationToken)
    {
        var kinora = new KinoraProcess(launch);
        try
        {
            await kinora.StartAsync(cancellationToken);
            return kinora;
        }
        catch
        {
            await kinora.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it again with the same settings, data and address, after <see cref="KillAsync"/> or <see cref="StopAsync"/>.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Begin();
        await UntilAsync("answers HTTP", AnswersAsync, cancellationToken);
    }

    /// <summary>Starts it and waits for nothing: it may be about to end. The extra setting holds for this life only.</summary>
    public void Begin(string? setting = null, string? value = null)
    {
        if (_process is not null) throw new InvalidOperationException("The process is running already.");
        var process = new Process { StartInfo = _launch.StartInfo() };
        if (setting is not null) process.StartInfo.Environment[setting] = value;
        process.OutputDataReceived += (_, line) => _output.Append(line.Data);
        process.ErrorDataReceived += (_, line) => _output.Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
    }

    /// <summary>The newest one-time sign-in link that it printed, awaited if it has not yet.</summary>
    public async Task<Uri> SignInLinkAsync(CancellationToken cancellationToken)
    {
        await UntilAsync("prints a sign-in link", _ => Task.FromResult(_output.SignInLink is not null), cancellationToken);
        return _output.SignInLink!;
    }

    /// <summary>SIGKILL: it ends at once, mid-write if it comes to that. Children that it started are left alone, as in a real crash.</summary>
    public async Task KillAsync()
    {
        Running.Kill();
        await EndedAsync(CancellationToken.None);
    }

    /// <summary>SIGTERM: it ends in its own way. Answers the exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        if (SendSignal(Running.Id, SigTerm) != 0) throw new InvalidOperationException("The process could not be told to stop.");
        return await EndedAsync(cancellationToken);
    }

    /// <summary>Waits until it ends by itself. Answers the exit code.</summary>
    public Task<int> WaitForExitAsync(CancellationToken cancellationToken) => EndedAsync(cancellationToken);

    /// <summary>A client of its API; with a bearer <paramref name="key"/> when one is given.</summary>
    public HttpClient CreateClient(string? key = null)
    {
        var client = new HttpClient { BaseAddress = Url, Timeout = Patience };
        if (key is not null) client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) _process.Kill(entireProcessTree: true);
        if (_process is not null) await EndedAsync(CancellationToken.None);
        _http.Dispose();
        _launch.RemoveData();
    }

    private async Task<int> EndedAsync(CancellationToken cancellationToken)
    {
        var process = Running;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        await process.WaitForExitAsync(limit.Token);
        var code = process.ExitCode;
        process.Dispose();
        _process = null;
        return code;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(Url, "healthz"), cancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task UntilAsync(string what, Func<CancellationToken, Task<bool>> condition, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(25), TimeProvider.System);
        try
        {
            while (!await condition(limit.Token))
            {
                if (Running.HasExited) throw new InvalidOperationException($"kinora ended before it {what}:\n{Output}");
                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"kinora took too long until it {what}:\n{Output}", exception);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int processId, int signal);
}
