using System.Globalization;

namespace Kinora.Bench;

/// <summary>The server is killed with many generations in flight, and started again. Promised for 10,000: all are resumed within 5 s.</summary>
internal static class RestartTable
{
    /// <summary>How many of them end while the server is away, and nobody calls back about them again.</summary>
    private const int Ending = 100;
    private const string Ended = "ended meanwhile";

    public static async Task PrintAsync(int count)
    {
        await using var rig = await ServerAndSandbox.StartAsync();
        await rig.FillAsync(count - Ending, i => $"in flight {i} [[slow:6h]]");
        await rig.FillAsync(Ending, i => $"{Ended} {i} [[slow:3h]] [[no-callback]]");
        await rig.Server.KillAsync();
        await rig.AdvanceAsync("3h");

        await using var rows = ServerRows.Open(rig.Server.DataFolder);
        rows.Remember(Ended);
        Write($"killed with {rows.Running:n0} in flight, {rows.Leased} of them in the middle of a step; {Ending} end while it is away");
        var time = TimeProvider.System;
        var start = time.GetTimestamp();
        await rig.Server.StartAsync(CancellationToken.None);
        Write($"{Seconds(),6:f2} s: it answers");
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var (resumed, seen) = (false, false);
        while (rows.Untouched is var left)
        {
            if (!resumed && (left == 0 || rows.Idle == 0))
            {
                resumed = true;
                Write($"{Seconds(),6:f2} s: all {count:n0} are resumed, in the hands of a worker or next in its line");
            }

            if (!seen && (left == 0 || rows.MarkedRunning == 0))
            {
                seen = true;
                Write($"{Seconds(),6:f2} s: what ended meanwhile is seen");
            }

            if (left == 0) break;
            await timer.WaitForNextTickAsync();
        }

        Write($"{Seconds(),6:f2} s: all {count:n0} have been asked about ({ProcessGauge.Cpu(rig.Server.Id):f1} s of one core)");

        double Seconds() => time.GetElapsedTime(start).TotalSeconds;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
