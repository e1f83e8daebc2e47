using System.Text.Json.Serialization;
using Kinora.Core.Media;

namespace Kinora.Core.Generations;

/// <summary>A stored video and the pictures that were made of it. Keys are those of the asset store; null: there is none.</summary>
/// <param name="PosterKey">The still that stands for the video.</param>
/// <param name="Facts">Of the video.</param>
/// <param name="Sha256">Of the video, in lower-case hex.</param>
public sealed record GenerationOutput(string VideoKey, string? PosterKey, MediaFacts Facts, long Bytes, string Sha256)
{
    /// <summary>A short silent video that is meant to be looped.</summary>
    public string? PreviewKey { get; init; }
    public string? FirstFrameKey { get; init; }
    public string? LastFrameKey { get; init; }

    /// <summary>One picture of frames side by side, evenly spread over the video.</summary>
    public string? FilmstripKey { get; init; }

    /// <summary>How <see cref="FilmstripKey"/> is divided.</summary>
    public Filmstrip? Filmstrip { get; init; }

    /// <summary>The keys of everything that is stored of it.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Files => [.. new[] { VideoKey, PosterKey, PreviewKey, FirstFrameKey, LastFrameKey, FilmstripKey }.OfType<string>()];
}
