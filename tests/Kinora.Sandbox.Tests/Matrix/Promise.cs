using System.Globalization;

namespace Kinora.Sandbox.Tests.Matrix;

/// <summary>What the video of a request must be, by the request and the documentation; null where neither says.</summary>
internal sealed record Promise(double? Seconds, double? Ratio, bool? Sound)
{
    public static Promise Of(ModeRequest request) => new(LengthOf(request), RatioOf(request), SoundOf(request));

    private static double? LengthOf(ModeRequest request)
    {
        var (model, input) = (request.Model, request.Input);
        var given = request.Mode switch
        {
            "upscale" => request.HasVideo ? MatrixMedia.VideoSeconds : null,
            "motion-control" => MatrixMedia.VideoSeconds,
            "avatar" or "speech-to-video" => MatrixMedia.SpeechSeconds,
            "video-to-video" when input.ContainsKey("audio_url") => MatrixMedia.SpeechSeconds,
            "video-to-video" when request.HasVideo => MatrixMedia.VideoSeconds,
            _ => (double?)null,
        };

        // Speech: "clip length is num_frames / frames_per_second", 80 and 16 by default.
        if (model.Parameters.ContainsKey("num_frames")) return 5;

        // "With a clip the duration field has no effect"; Kling Omni has no duration for a video alone.
        if (input.ContainsKey("video_list") || (model.Family == "kling-3.0-omni" && request is { HasVideo: true, HasPicture: false })) return given;
        return (input["duration"] ?? input["extend_times"])?.ToString() is { } text && Number(text) is > 0 and var asked ? asked : given;
    }

    private static double? RatioOf(ModeRequest request)
    {
        var asked = (request.Input["aspect_ratio"] ?? request.Input["aspectRatio"] ?? request.Input["ratio"])?.ToString();

        // Runway: "ignored when an image is given"; Grok: no effect with a single picture.
        var counts = !request.HasPicture
            || (request.Model.Family != "runway" && !(request.Model.Family.StartsWith("grok", StringComparison.Ordinal) && request.Mode == "image-to-video"));
        if (counts && asked?.Split(':') is [var wide, var high]) return Number(wide) / Number(high);
        return request.Mode switch
        {
            "motion-control" or "upscale" or "extend" => MatrixMedia.VideoRatio,
            _ when request.HasPicture && !request.HasVideo => MatrixMedia.PictureRatio,
            _ when request.HasVideo && !request.HasPicture => MatrixMedia.VideoRatio,
            _ => null,
        };
    }

    private static bool? SoundOf(ModeRequest request)
    {
        var says = request.Model.Audio;
        if (says.StartsWith("optional, field ", StringComparison.Ordinal))
        {
            var field = says["optional, field ".Length..].Split(' ', ';', ',')[0];
            if (says.Contains("always on with multi_shots", StringComparison.Ordinal) && request.Input["multi_shots"]?.GetValue<bool>() is true) return true;
            return request.Input[field]?.GetValue<bool>();
        }

        return says switch
        {
            _ when says.StartsWith("silent", StringComparison.Ordinal) => false,
            _ when says.StartsWith("not stated", StringComparison.Ordinal) => null,
            _ when says.StartsWith("from the reference video", StringComparison.Ordinal) => request.HasVideo ? true : null,
            _ when says.StartsWith("reference audio accepted", StringComparison.Ordinal) => null,
            _ => true,
        };
    }

    private static double? Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
