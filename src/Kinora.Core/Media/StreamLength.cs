namespace Kinora.Core.Media;

/// <summary>Measures how long a stream lasts by the packets that are in it. Headers may be absent, estimates, or lies, and lengths are priced.</summary>
internal sealed class StreamLength(MediaProcess process)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>Seconds; what the header says where packets have no times.</summary>
    /// <exception cref="MediaException">The tool failed.</exception>
    public async Task<double> MeasureAsync(string path, ProbeStream stream, ProbeFormat? format, CancellationToken cancellationToken)
    {
        var packets = await PacketsAsync(path, stream.Index, cancellationToken);
        var end = 0.0;
        foreach (var line in packets.AsSpan().EnumerateLines()) end = Math.Max(end, End(line));
        var seconds = end - (ProbeNumber.Read(stream.StartTime) ?? 0);
        return Math.Round(seconds > 0 ? seconds : ProbeNumber.Positive(stream.Duration ?? format?.Duration), 3);
    }

    // A long output keeps its end, which is where the last packets are.
    private Task<string> PacketsAsync(string path, int stream, CancellationToken cancellationToken) => process.RunAsync(
        MediaTool.Ffprobe,
        [
            "-v", "error", "-select_streams", stream.ToString(), "-show_entries", "packet=pts_time,dts_time,duration_time,flags",
            "-of", "csv=p=0", .. MediaArguments.Input(path),
        ],
        Timeout,
        cancellationToken);

    // Packets marked D are cut away by an edit list and never shown.
    private static double End(ReadOnlySpan<char> packet)
    {
        Span<Range> fields = stackalloc Range[5];
        if (packet.Split(fields, ',') < 4 || packet[fields[3]].Contains('D')) return 0;
        return (ProbeNumber.Read(packet[fields[0]]) ?? ProbeNumber.Read(packet[fields[1]])) is { } start
            ? start + Math.Max(0, ProbeNumber.Read(packet[fields[2]]) ?? 0)
            : 0;
    }
}
