namespace Kinora.Core.Media;

/// <summary>How a picture of frames side by side is divided.</summary>
/// <param name="Frames">How many there are, evenly spread over the video, the first at its beginning.</param>
/// <param name="Width">Of one frame, in pixels.</param>
/// <param name="Height">Of one frame, in pixels.</param>
public sealed record Filmstrip(int Frames, int Width, int Height);
