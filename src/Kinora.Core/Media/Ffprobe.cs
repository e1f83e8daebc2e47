using System.Globalization;
using System.Text.Json;

namespace Kinora.Core.Media;

/// <summary>Measures media files.</summary>
public sealed class Ffprobe(MediaProcess process)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    /// <summary>Reads what a file is by its content; its name does not matter.</summary>
    /// <exception cref="MediaException"><see cref="MediaFailure.NotMedia"/> when it is not a picture or video; or the tool failed.</exception>
    public async Task<MediaFacts> ProbeAsync(string path, CancellationToken cancellationToken)
    {
        var output = await RunAsync(path, cancellationToken);
        ProbeOutput? probe;
        try
        {
            probe = JsonSerializer.Deserialize(output, ProbeJson.Default.ProbeOutput);
        }
        catch (JsonException e)
        {
            throw NotMedia(e);
        }

        var video = probe?.Streams?.Find(s => s is { CodecType: "video", Width: > 0, Height: > 0, Disposition.AttachedPicture: 0 });
        if (video?.CodecName is null || ContentType(probe!.Format, video.CodecName) is not { } contentType) throw NotMedia();

        var still = contentType.StartsWith("image/", StringComparison.Ordinal);
        return new MediaFacts(
            contentType,
            video.Width,
            video.Height,
            still ? 0 : Number(video.Duration ?? probe.Format?.Duration),
            still ? 0 : Ratio(video.AverageFrameRate),
            video.CodecName,
            probe.Streams?.Find(s => s.CodecType == "audio")?.CodecName);
    }

    private async Task<string> RunAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await process.RunAsync(
                MediaTool.Ffprobe,
                ["-v", "error", "-of", "json", "-show_format", "-show_streams", .. MediaArguments.Input(path)],
                Timeout,
                cancellationToken);
        }
        catch (MediaException e) when (e.Failure == MediaFailure.Failed)
        {
            throw NotMedia(e);
        }
    }

    private static string? ContentType(ProbeFormat? format, string codec)
    {
        var names = format?.FormatName ?? "";
        if (names.EndsWith("_pipe", StringComparison.Ordinal) || names == "image2")
        {
            return codec switch { "png" => "image/png", "mjpeg" => "image/jpeg", "webp" => "image/webp", _ => null };
        }

        return names switch
        {
            _ when names.StartsWith("mov,", StringComparison.Ordinal) => format?.Tags?.MajorBrand == "qt  " ? "video/quicktime" : "video/mp4",
            _ when names.StartsWith("matroska", StringComparison.Ordinal) => codec is "vp8" or "vp9" or "av1" ? "video/webm" : "video/x-matroska",
            "avi" => "video/x-msvideo",
            _ => null,
        };
    }

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) && value > 0 ? value : 0;

    private static double Ratio(string? text) =>
        text?.Split('/') is [var over, var under] && Number(under) is > 0 and var divisor ? Number(over) / divisor : Number(text);

    private static MediaException NotMedia(Exception? cause = null) =>
        new(MediaFailure.NotMedia, "The file is not a picture or video that Kinora reads.", cause);
}
