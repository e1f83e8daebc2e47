using System.Text.Json.Serialization;

namespace Kinora.Core.Media;

/// <summary>What <c>ffprobe -of json -show_format -show_streams</c> prints, and the packets if they were asked for, as far as it is read.</summary>
internal sealed record ProbeOutput
{
    [JsonPropertyName("format")] public ProbeFormat? Format { get; init; }
    [JsonPropertyName("streams")] public List<ProbeStream>? Streams { get; init; }

    /// <summary>Of all streams; null where they were not told.</summary>
    [JsonPropertyName("packets")] public List<ProbePacket>? Packets { get; init; }
}

internal sealed record ProbePacket
{
    [JsonPropertyName("stream_index")] public int Stream { get; init; }
    [JsonPropertyName("pts_time")] public string? Shown { get; init; }
    [JsonPropertyName("dts_time")] public string? Decoded { get; init; }
    [JsonPropertyName("duration_time")] public string? Lasting { get; init; }
    [JsonPropertyName("flags")] public string Flags { get; init; } = "";

    /// <summary>When it is over. Packets marked D are cut away by an edit list and never shown.</summary>
    public double End => !Flags.Contains('D') && (ProbeNumber.Read(Shown) ?? ProbeNumber.Read(Decoded)) is { } start ? start + ProbeNumber.Positive(Lasting) : 0;
}

internal sealed record ProbeFormat
{
    /// <summary>Every name of the format, such as <c>mov,mp4,m4a,3gp,3g2,mj2</c>.</summary>
    [JsonPropertyName("format_name")] public string? FormatName { get; init; }
    [JsonPropertyName("duration")] public string? Duration { get; init; }
}

internal sealed record ProbeStream
{
    [JsonPropertyName("index")] public int Index { get; init; }
    [JsonPropertyName("codec_type")] public string? CodecType { get; init; }
    [JsonPropertyName("codec_name")] public string? CodecName { get; init; }
    [JsonPropertyName("width")] public int Width { get; init; }
    [JsonPropertyName("height")] public int Height { get; init; }
    [JsonPropertyName("start_time")] public string? StartTime { get; init; }
    [JsonPropertyName("duration")] public string? Duration { get; init; }

    /// <summary>Such as <c>24/1</c>.</summary>
    [JsonPropertyName("avg_frame_rate")] public string? AverageFrameRate { get; init; }
    [JsonPropertyName("disposition")] public ProbeDisposition? Disposition { get; init; }
    [JsonPropertyName("side_data_list")] public List<ProbeSideFacts>? SideFacts { get; init; }
}

internal sealed record ProbeDisposition
{
    /// <summary>1 for cover art, which is not the file's content.</summary>
    [JsonPropertyName("attached_pic")] public int AttachedPicture { get; init; }
}

internal sealed record ProbeSideFacts
{
    /// <summary>Degrees by which the picture is turned when it is shown.</summary>
    [JsonPropertyName("rotation")] public double? Rotation { get; init; }
}

[JsonSerializable(typeof(ProbeOutput))]
internal sealed partial class ProbeJson : JsonSerializerContext;
