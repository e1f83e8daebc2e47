using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Server.OpenAi;

/// <summary>A reference of a request: where it is, and what it is.</summary>
/// <param name="Address">An asset id or a URL.</param>
/// <param name="Kind"><c>image</c>, <c>video</c> or <c>audio</c>.</param>
internal sealed record GivenMedia(string Address, string Kind)
{
    public const string Image = "image", Video = "video", Audio = "audio";

    /// <summary>The fields of the request form that a reference can become.</summary>
    public static IReadOnlyList<string> Roles { get; } =
        ["firstFrame", "lastFrame", "references", "sourceVideo", "motionVideo", "referenceVideos", "audio", "referenceAudio"];

    /// <summary>Puts references where a model takes what they are: one picture is where the video begins, several are what appears in it.</summary>
    public static GenerationInput Place(GenerationInput input, IReadOnlyList<GivenMedia> media, IReadOnlyList<ModeForm> modes)
    {
        string[] images = Of(Image), videos = Of(Video), sounds = Of(Audio);
        input = images switch
        {
            [] => input,
            [var one] when Takes("firstFrame") || !Takes("references") => input with { FirstFrame = one },
            _ => input with { References = images },
        };
        input = videos switch
        {
            [] => input,
            [var one] when Takes("motionVideo") && images.Length > 0 => input with { MotionVideo = one },
            [var one] when Takes("sourceVideo") || !Takes("referenceVideos") => input with { SourceVideo = one },
            _ => input with { ReferenceVideos = videos },
        };
        return sounds switch
        {
            [] => input,
            [var one] when Takes("audio") || !Takes("referenceAudio") => input with { Audio = one },
            _ => input with { ReferenceAudio = sounds },
        };

        string[] Of(string kind) => [.. media.Where(one => one.Kind == kind).Select(one => one.Address)];
        bool Takes(string role) => modes.Any(mode => mode.Controls.Any(control => control.Role == role));
    }
}
