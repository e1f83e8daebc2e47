using System.Diagnostics;

namespace Kinora.Bench;

/// <summary>What a process uses, as the operating system counts it.</summary>
internal static class ProcessGauge
{
    private const double Megabyte = 1_000_000;

    /// <summary>Resident memory in MB: now, and at most so far.</summary>
    public static (double Now, double Most) Memory(int id)
    {
        using var process = Process.GetProcessById(id);
        return (process.WorkingSet64 / Megabyte, process.PeakWorkingSet64 / Megabyte);
    }

    /// <summary>Seconds of a core that it has used so far.</summary>
    public static double Cpu(int id)
    {
        using var process = Process.GetProcessById(id);
        return process.TotalProcessorTime.TotalSeconds;
    }

    /// <summary>The share of one core that it uses in this time.</summary>
    public static async Task<double> CpuAsync(int id, TimeSpan duration)
    {
        using var process = Process.GetProcessById(id);
        var (before, start) = (process.TotalProcessorTime, TimeProvider.System.GetTimestamp());
        await Task.Delay(duration, TimeProvider.System);
        process.Refresh();
        return (process.TotalProcessorTime - before) / TimeProvider.System.GetElapsedTime(start);
    }
}
