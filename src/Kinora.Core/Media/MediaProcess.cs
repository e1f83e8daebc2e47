using System.ComponentModel;
using System.Diagnostics;

namespace Kinora.Core.Media;

/// <summary>The tools that <see cref="MediaProcess"/> runs.</summary>
public enum MediaTool
{
    Ffmpeg,
    Ffprobe,
}

/// <summary>Runs ffmpeg and ffprobe behind a fence: no shell, no stdin, little environment, bounded output, a time limit, low priority, and few at once.</summary>
/// <remarks>One instance per process, so that the bounds hold for all of it. Safe for concurrent use; waiting calls go in order.</remarks>
public sealed class MediaProcess : IDisposable
{
    private const int MaxOutput = 1_000_000;
    private const int MaxErrors = 8_000;

    // 128 and the number of the signal.
    private const int Killed = 137, Terminated = 143;

    private static readonly string[] Inherited = ["PATH", "HOME", "LANG", "LD_LIBRARY_PATH", "TMPDIR", "TEMP", "SystemRoot"];

    private readonly TimeProvider _time;
    private readonly SemaphoreSlim _encoders;
    private readonly SemaphoreSlim _probes;

    /// <param name="concurrency">How many ffmpeg processes run at once, and beside them how many ffprobe ones. The default is 2.</param>
    public MediaProcess(TimeProvider time, int concurrency = 2)
    {
        _time = time;
        _encoders = new SemaphoreSlim(concurrency);
        _probes = new SemaphoreSlim(concurrency);
    }

    /// <summary>Runs a tool to its end in the process's own folder; see the other overload.</summary>
    public Task<string> RunAsync(MediaTool tool, IEnumerable<string> arguments, TimeSpan timeout, CancellationToken cancellationToken) =>
        RunAsync(tool, arguments, timeout, workingFolder: null, cancellationToken);

    /// <summary>Runs a tool to its end and answers what it wrote to stdout.</summary>
    /// <param name="arguments">Each passed as it stands. Inputs need <c>-protocol_whitelist file</c>; see <see cref="MediaArguments"/>.</param>
    /// <param name="timeout">For the run itself, not for waiting for a place.</param>
    /// <param name="workingFolder">Where relative paths begin, so that filters can name files without quoting.</param>
    /// <exception cref="MediaException">It is missing, failed or took too long.</exception>
    public async Task<string> RunAsync(
        MediaTool tool, IEnumerable<string> arguments, TimeSpan timeout, string? workingFolder, CancellationToken cancellationToken)
    {
        var gate = tool == MediaTool.Ffmpeg ? _encoders : _probes;
        await gate.WaitAsync(cancellationToken);
        try
        {
            using var deadline = new CancellationTokenSource(timeout, _time);
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            try
            {
                return await RunAsync(tool, arguments, workingFolder, stop.Token);
            }
            catch (OperationCanceledException e) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new MediaException(MediaFailure.Stopped, $"{Name(tool)} took longer than {timeout.TotalSeconds:0.#} s.", e);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        _encoders.Dispose();
        _probes.Dispose();
    }

    private static async Task<string> RunAsync(
        MediaTool tool, IEnumerable<string> arguments, string? workingFolder, CancellationToken cancellationToken)
    {
        using var process = Start(tool, arguments, workingFolder);
        try
        {
            process.StandardInput.Close();
            var output = BoundedText.ReadAsync(process.StandardOutput, MaxOutput, cancellationToken);
            var errors = BoundedText.ReadAsync(process.StandardError, MaxErrors, cancellationToken);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(cancellationToken));
            return process.ExitCode switch
            {
                0 => await output,
                Killed or Terminated => throw new MediaException(MediaFailure.Stopped, $"{Name(tool)} was ended by the system."),
                _ => throw new MediaException(MediaFailure.Failed, $"{Name(tool)} failed.") { ToolOutput = await errors },
            };
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(MediaTool tool, IEnumerable<string> arguments, string? workingFolder)
    {
        var start = new ProcessStartInfo(Name(tool))
        {
            UseShellExecute = false,
            WorkingDirectory = workingFolder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (tool == MediaTool.Ffmpeg) start.ArgumentList.Add("-nostdin");
        start.ArgumentList.Add("-hide_banner");
        foreach (var argument in arguments) start.ArgumentList.Add(argument);

        start.Environment.Clear();
        foreach (var name in Inherited)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value) start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start)!;
            StandBack(process);
            return process;
        }
        catch (Win32Exception e)
        {
            throw new MediaException(MediaFailure.ToolMissing, $"{Name(tool)} cannot be started; is FFmpeg installed?", e);
        }
    }

    // Pictures can wait; people and providers that call cannot.
    private static void StandBack(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the system does not allow it.
        }
    }

    private static string Name(MediaTool tool) => tool == MediaTool.Ffmpeg ? "ffmpeg" : "ffprobe";
}
