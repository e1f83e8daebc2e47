using System.Text.Json.Serialization;
using Kinora.Core.Media;

namespace Kinora.Core.Generations;

/// <summary>A stored video and its poster.</summary>
/// <param name="VideoKey">Key in the asset store.</param>
/// <param name="PosterKey">Key in the asset store.</param>
/// <param name="Sha256">Of the video, in lower-case hex.</param>
public sealed record GenerationOutput(string VideoKey, string PosterKey, MediaFacts Facts, long Bytes, string Sha256)
{
    /// <summary>The keys of everything that is stored of it.</summary>
    [JsonIgnore]
    public IEnumerable<string> Files => [VideoKey, PosterKey];
}
