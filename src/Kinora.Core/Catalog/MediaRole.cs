using System.Collections.Immutable;
using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A field of the request form that holds media: asset ids or URLs, or the id of an earlier generation.</summary>
/// <param name="Many">Whether it is a list.</param>
internal sealed record MediaRole(
    string Name,
    MediaKind Kind,
    bool Many,
    Func<GenerationInput, IReadOnlyList<string>> Get,
    Func<GenerationInput, IReadOnlyList<string>, GenerationInput> Set)
{
    public static readonly MediaRole Source =
        new("source", MediaKind.Take, false, form => One(form.Source), (form, media) => form with { Source = First(media) });

    public static readonly ImmutableArray<MediaRole> All =
    [
        new("firstFrame", MediaKind.Picture, false, form => One(form.FirstFrame), (form, media) => form with { FirstFrame = First(media) }),
        new("lastFrame", MediaKind.Picture, false, form => One(form.LastFrame), (form, media) => form with { LastFrame = First(media) }),
        new("references", MediaKind.Picture, true, form => form.References ?? [], (form, media) => form with { References = media }),
        new("sourceVideo", MediaKind.Video, false, form => One(form.SourceVideo), (form, media) => form with { SourceVideo = First(media) }),
        new("motionVideo", MediaKind.Video, false, form => One(form.MotionVideo), (form, media) => form with { MotionVideo = First(media) }),
        new("audio", MediaKind.Sound, false, form => One(form.Audio), (form, media) => form with { Audio = First(media) }),
        new("referenceVideos", MediaKind.Video, true, form => form.ReferenceVideos ?? [], (form, media) => form with { ReferenceVideos = media }),
        new("referenceAudio", MediaKind.Sound, true, form => form.ReferenceAudio ?? [], (form, media) => form with { ReferenceAudio = media }),
        Source,
    ];

    private static readonly Dictionary<string, MediaRole> ByName = All.ToDictionary(role => role.Name);

    public static MediaRole? Find(string name) => ByName.GetValueOrDefault(name);

    private static string? First(IReadOnlyList<string> media) => media.Count == 0 ? null : media[0];

    private static IReadOnlyList<string> One(string? media) => media is null ? [] : [media];
}

/// <summary>What a field of media holds.</summary>
internal enum MediaKind
{
    Picture,
    Video,
    Sound,

    /// <summary>A generation of this server.</summary>
    Take,
}
