using System.Text.Json;

namespace Kinora.Core.Media;

/// <summary>Measures media files.</summary>
public sealed class Ffprobe(MediaProcess process)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);
    private static readonly string[] Packets = ["-show_entries", "packet=stream_index,pts_time,dts_time,duration_time,flags"];
    private readonly StreamLength _length = new(process);

    /// <summary>Reads what a file is by its content, on which its first bytes and ffprobe must agree; its name does not matter.</summary>
    /// <exception cref="MediaException"><see cref="MediaFailure.NotMedia"/> when it is no picture, video or sound; or the tool failed.</exception>
    public async Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        var header = ReadHeader(path);
        if (header.Count == 0) throw NotMedia();
        var probe = await OrNotMediaAsync(RunAsync(path, cancellationToken));
        var streams = probe?.Streams ?? [];
        var video = streams.Find(s => s is { CodecType: "video", CodecName: not null, Width: > 0, Height: > 0, Disposition.AttachedPicture: 0 });
        var sound = streams.Find(s => s is { CodecType: "audio", CodecName: not null });
        var contentType = header.Intersect(ContentTypes(probe?.Format?.FormatName ?? "", video, sound)).FirstOrDefault();
        if (contentType is null || (video ?? sound) is not { } main) throw NotMedia();

        var turned = video?.SideFacts?.Exists(fact => Math.Abs(fact.Rotation ?? 0) is 90 or 270) is true;
        var (width, height) = turned ? (video!.Height, video.Width) : (video?.Width ?? 0, video?.Height ?? 0);
        if (contentType.StartsWith("image/", StringComparison.Ordinal)) return new MediaFacts(contentType, width, height, 0, 0, video!.CodecName, null);
        var seconds = probe!.Packets is null
            ? await OrNotMediaAsync(_length.MeasureAsync(path, main, probe.Format, cancellationToken))
            : StreamLength.Of(main, probe);
        return new MediaFacts(contentType, width, height, seconds, ProbeNumber.Ratio(video?.AverageFrameRate), video?.CodecName, sound?.CodecName);
    }

    // In one run, since starting the tool is most of what it costs; where there are so many packets that the beginning is cut away, without them.
    private async Task<ProbeOutput?> RunAsync(string path, CancellationToken cancellationToken)
    {
        var all = await RunAsync(path, Packets, cancellationToken);
        return JsonSerializer.Deserialize(all.StartsWith('{') ? all : await RunAsync(path, [], cancellationToken), ProbeJson.Default.ProbeOutput);
    }

    private Task<string> RunAsync(string path, string[] more, CancellationToken cancellationToken) => process.RunAsync(
        MediaTool.Ffprobe,
        ["-v", "error", "-of", "json=compact=1", "-show_format", "-show_streams", .. more, .. MediaArguments.Input(path)],
        Timeout,
        cancellationToken);

    private static async Task<T> OrNotMediaAsync<T>(Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (Exception e) when (e is JsonException or MediaException { Failure: MediaFailure.Failed })
        {
            throw NotMedia(e);
        }
    }

    private static IReadOnlyList<string> ReadHeader(string path)
    {
        using var file = File.OpenRead(path);
        return MediaHeader.ContentTypes(file);
    }

    /// <summary>What ffprobe's finding can be called; it tells no MP4 from QuickTime and no WebM from Matroska.</summary>
    private static string[] ContentTypes(string format, ProbeStream? video, ProbeStream? sound) => format.Split(',')[0] switch
    {
        "png_pipe" or "jpeg_pipe" or "webp_pipe" or "image2" => video?.CodecName switch
        {
            "png" => ["image/png"],
            "mjpeg" => ["image/jpeg"],
            "webp" => ["image/webp"],
            _ => [],
        },
        "mov" => video is null ? ["audio/mp4"] : ["video/mp4", "video/quicktime"],
        "matroska" when video is not null => ["video/webm", "video/x-matroska"],
        "avi" when video is not null => ["video/x-msvideo"],
        "mp3" when sound?.CodecName == "mp3" && video is null => ["audio/mpeg"],
        "wav" when video is null => ["audio/wav"],
        "aac" when video is null => ["audio/aac"],
        "ogg" when video is null => ["audio/ogg"],
        "flac" when video is null => ["audio/flac"],
        _ => [],
    };

    private static MediaException NotMedia(Exception? cause = null) =>
        new(MediaFailure.NotMedia, "The file is not a picture, video or sound that Kinora reads.", cause);
}
