using Kinora.Core.Generations;

namespace Kinora.Core.Catalog;

/// <summary>A field of the request form that holds media: asset ids or URLs.</summary>
/// <param name="Many">Whether it is a list.</param>
internal sealed record MediaRole(
    string Name,
    bool Many,
    Func<GenerationInput, IReadOnlyList<string>> Get,
    Func<GenerationInput, IReadOnlyList<string>, GenerationInput> Set)
{
    public static readonly IReadOnlyList<MediaRole> All =
    [
        new("firstFrame", false, form => One(form.FirstFrame), (form, media) => form with { FirstFrame = First(media) }),
        new("lastFrame", false, form => One(form.LastFrame), (form, media) => form with { LastFrame = First(media) }),
        new("references", true, form => form.References ?? [], (form, media) => form with { References = media }),
    ];

    public static MediaRole Find(string name) => All.First(role => role.Name == name);

    private static string? First(IReadOnlyList<string> media) => media.Count == 0 ? null : media[0];

    private static IReadOnlyList<string> One(string? media) => media is null ? [] : [media];
}
