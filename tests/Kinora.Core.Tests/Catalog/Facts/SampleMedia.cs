using System.Text.Json;
using Kinora.Core.Catalog;
using Kinora.Core.Media;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Made-up files that a documented field takes.</summary>
internal static class SampleMedia
{
    public static string Address(string role, int index) => $"https://media.example/{role}{index}";

    /// <summary>Whether a role of the request form holds a picture, a video or a sound.</summary>
    public static string Kind(string role) => role switch
    {
        "firstFrame" or "lastFrame" or "references" => "image",
        "audio" or "referenceAudio" => "audio",
        _ => "video",
    };

    /// <summary>A file within the limits that stand on its field.</summary>
    public static MediaMeasure Measure(string role, JsonElement into, decimal seconds)
    {
        var kind = Kind(role);
        var types = into.Texts("contentTypes").ToArray();
        var type = types.Length > 0 ? types[0] : kind switch { "image" => "image/png", "audio" => "audio/mpeg", _ => "video/mp4" };
        var (width, height) = kind is "audio" ? (0, 0) : (1280, 720);
        return new(new MediaFacts(type, width, height, kind is "image" ? 0 : (double)seconds, kind is "video" ? 25 : 0, "h264", "aac"), 100_000);
    }
}
