namespace Kinora.Core.Media;

/// <summary>What ffprobe measured on a file.</summary>
/// <param name="ContentType">By the file's content, never by its name: <c>video/mp4</c>, <c>image/png</c>, …</param>
/// <param name="DurationSeconds">0 for a still image.</param>
/// <param name="FrameRate">Frames per second; 0 for a still image.</param>
public sealed record MediaFacts(
    string ContentType, int Width, int Height, double DurationSeconds, double FrameRate, string VideoCodec, string? AudioCodec);
