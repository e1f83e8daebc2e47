using Kinora.Core.Assets;
using Kinora.Core.Generations;

namespace Kinora.Server.Wire;

/// <summary>One of the files that are stored of an output, as addresses name it.</summary>
internal sealed record OutputVariant(string Name, Func<GenerationOutput, string?> KeyOf)
{
    public static readonly OutputVariant Video = new("video", output => output.VideoKey);
    public static readonly OutputVariant Poster = new("poster", output => output.PosterKey);
    public static readonly OutputVariant Preview = new("preview", output => output.PreviewKey);
    public static readonly OutputVariant FirstFrame = new("firstFrame", output => output.FirstFrameKey);
    public static readonly OutputVariant LastFrame = new("lastFrame", output => output.LastFrameKey);
    public static readonly OutputVariant Filmstrip = new("filmstrip", output => output.FilmstripKey);

    public static IReadOnlyList<OutputVariant> All { get; } = [Video, Poster, Preview, FirstFrame, LastFrame, Filmstrip];

    /// <summary>Null when there is none of this name.</summary>
    public static OutputVariant? Named(string name) => All.FirstOrDefault(variant => variant.Name == name);

    public string ContentType(GenerationOutput output) => this == Video ? output.Facts.ContentType : this == Preview ? "video/mp4" : "image/webp";

    /// <summary>What follows the name of the video in that of a file that somebody saves: <c>.mp4</c>, <c>-poster.webp</c>.</summary>
    public string FileEnding(GenerationOutput output) =>
        (this == Video ? "." : $"-{Name.ToLowerInvariant()}.") + AssetLimits.Extensions[ContentType(output)];

    // The others are made of the video once, so that its hash names them too.
    public string Tag(GenerationOutput output) => this == Video ? output.Sha256 : $"{output.Sha256}-{Name}";

    /// <summary>The path on this server; null when there is no such file.</summary>
    /// <param name="of">The path of what the output belongs to.</param>
    public string? PathOf(GenerationOutput output, string of, int index) => KeyOf(output) is null ? null : $"{of}/content?variant={Name}&index={index}";
}
