using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A field of the request form that holds media: asset ids or URLs, or a generation's id for a take.</summary>
/// <param name="Many">Whether it is a list.</param>
internal sealed record MediaRole(
    string Name,
    bool Many,
    MediaKind Kind,
    Func<GenerationInput, IReadOnlyList<string>> Get,
    Func<GenerationInput, IReadOnlyList<string>, GenerationInput> Set)
{
    public static readonly IReadOnlyList<MediaRole> All =
    [
        new("firstFrame", false, MediaKind.Picture, form => One(form.FirstFrame), (form, media) => form with { FirstFrame = First(media) }),
        new("lastFrame", false, MediaKind.Picture, form => One(form.LastFrame), (form, media) => form with { LastFrame = First(media) }),
        new("references", true, MediaKind.Picture, form => form.References ?? [], (form, media) => form with { References = media }),
        new("sourceVideo", false, MediaKind.Video, form => One(form.SourceVideo), (form, media) => form with { SourceVideo = First(media) }),
        new("motionVideo", false, MediaKind.Video, form => One(form.MotionVideo), (form, media) => form with { MotionVideo = First(media) }),
        new("audio", false, MediaKind.Sound, form => One(form.Audio), (form, media) => form with { Audio = First(media) }),
        new("referenceVideos", true, MediaKind.Video, form => form.ReferenceVideos ?? [], (form, media) => form with { ReferenceVideos = media }),
        new("referenceAudio", true, MediaKind.Sound, form => form.ReferenceAudio ?? [], (form, media) => form with { ReferenceAudio = media }),
        new("source", false, MediaKind.Take, form => One(form.Source), (form, media) => form with { Source = First(media) }),
    ];

    public static MediaRole Find(string name) => All.First(role => role.Name == name);

    private static string? First(IReadOnlyList<string> media) => media.Count == 0 ? null : media[0];

    private static IReadOnlyList<string> One(string? media) => media is null ? [] : [media];
}
