namespace Kinora.Core.Media;

/// <summary>How long a stream lasts by the packets that are in it. Headers may be absent, estimates, or lies, and lengths are priced.</summary>
internal sealed class StreamLength(MediaProcess process)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    /// <summary>Seconds; what the header says where packets have no times.</summary>
    public static double Of(ProbeStream stream, ProbeOutput probe) =>
        Of(stream, probe.Format, (probe.Packets ?? []).Where(packet => packet.Stream == stream.Index).Select(packet => packet.End));

    /// <summary>The same of a file that has too many packets for them to be told with everything else.</summary>
    /// <exception cref="MediaException">The tool failed.</exception>
    public async Task<double> MeasureAsync(string path, ProbeStream stream, ProbeFormat? format, CancellationToken cancellationToken)
    {
        var packets = await PacketsAsync(path, stream.Index, cancellationToken);
        return Of(stream, format, packets.Split('\n').Select(End));
    }

    private static double Of(ProbeStream stream, ProbeFormat? format, IEnumerable<double> ends)
    {
        var seconds = ends.Append(0).Max() - (ProbeNumber.Read(stream.StartTime) ?? 0);
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

    private static double End(string line) => line.Split(',') is [var shown, var decoded, var lasting, var flags, ..]
        ? new ProbePacket { Shown = shown, Decoded = decoded, Lasting = lasting, Flags = flags }.End
        : 0;
}
