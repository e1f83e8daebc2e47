namespace Kinora.Core.Media;

/// <summary>What was measured on a file.</summary>
/// <param name="ContentType">By the file's content, never by its name: <c>video/mp4</c>, <c>image/png</c>, <c>audio/mpeg</c>, …</param>
/// <param name="Width">As it is shown; 0 for a sound.</param>
/// <param name="Height">As it is shown; 0 for a sound.</param>
/// <param name="DurationSeconds">0 for a still image.</param>
/// <param name="FrameRate">Frames per second; 0 for a still image and for a sound.</param>
/// <param name="VideoCodec">Null for a sound.</param>
/// <param name="AudioCodec">Null where nothing is to be heard.</param>
public sealed record MediaFacts(
    string ContentType, int Width, int Height, double DurationSeconds, double FrameRate, string? VideoCodec, string? AudioCodec);
