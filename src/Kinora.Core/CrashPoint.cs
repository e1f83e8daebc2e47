using System.Runtime.InteropServices;

namespace Kinora.Core;

/// <summary>Named steps at which a test ends the process as a loss of power would: at once, with nothing put away.</summary>
/// <remarks>
/// <c>KINORA_TEST_CRASH_AT=dispatch.answered</c> ends it when it first comes there, <c>commit.durable@5</c> at the fifth time. Unset, a point costs
/// one comparison. The names stand in the code, at the step that they belong to; the crash matrix finds them there, so that none is left out.
/// </remarks>
public static class CrashPoint
{
    /// <summary>The setting that names the point.</summary>
    public const string Setting = "KINORA_TEST_CRASH_AT";

    private const int SigKill = 9;
    private static readonly string[]? Wanted = Environment.GetEnvironmentVariable(Setting)?.Split('@');
    private static int _passed;

    /// <summary>Goes on, unless the process is to end here.</summary>
    /// <param name="name">A room, and what has just happened there: <c>collect.stored</c>.</param>
    public static void Pass(string name)
    {
        if (Wanted is null || Wanted[0] != name || Interlocked.Increment(ref _passed) < (Wanted.Length > 1 ? int.Parse(Wanted[1]) : 1)) return;
        Console.Error.WriteLine($"Ended at the crash point {name}.");
        if (!OperatingSystem.IsWindows()) _ = Kill(Environment.ProcessId, SigKill);
        Environment.FailFast(name);
    }

    [DllImport("libc", EntryPoint = "kill"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
