using System.Globalization;

namespace Kinora.Bench;

/// <summary>
/// Many generations in flight on one node. Promised for 100,000: under 500 MB, under 10 % of a core while it waits for callbacks, and a completion
/// visible as fast as with 100.
/// </summary>
internal static class InFlightTable
{
    private const int Few = 100;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(30);

    public static async Task PrintAsync(int count)
    {
        await using var rig = await ServerAndSandbox.StartAsync();

        // What is done for the first time takes longer.
        await rig.FillAsync(Few, i => $"in flight {i} [[slow:6h]]");
        await VisibleLatency.MeasureAsync(rig, "warm up");
        var few = await RowAsync(rig, Few);

        var (accepting, submitting) = await rig.FillAsync(count - Few, i => $"more in flight {i} [[slow:6h]]");
        Write($"filling: {(count - Few) / accepting.TotalSeconds:f0} accepted per second by batches of 100, all {count:n0} with the provider after {submitting.TotalSeconds:f0} s");
        var many = await RowAsync(rig, count);
        Write($"ratio of {count:n0} to {Few}: median {many.Median / few.Median:f2}, 90 % {many.P90 / few.P90:f2}");
    }

    private static async Task<VisibleLatency> RowAsync(ServerAndSandbox rig, int count)
    {
        await using var rows = ServerRows.Open(rig.Server.DataFolder);
        var polls = rows.Polls;
        var cpu = await ProcessGauge.CpuAsync(rig.Server.Id, Idle);
        var (now, most) = ProcessGauge.Memory(rig.Server.Id);
        Write($"{rows.Running,7:n0} in flight: {now:f0} MB resident ({most:f0} at most so far), {cpu:p1} of a core in {Idle.TotalSeconds:f0} s ({rows.Polls - polls} polls)");
        var (sandbox, _) = ProcessGauge.Memory(rig.Sandbox.Id);
        var latency = await VisibleLatency.MeasureAsync(rig, $"probe of {count}");
        Write($"        completion to visible: median {latency.Median:f0} ms, 90 % within {latency.P90:f0} ms (the sandbox: {sandbox:f0} MB)");
        return latency;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
