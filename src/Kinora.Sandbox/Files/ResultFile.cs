namespace Kinora.Sandbox.Files;

/// <summary>The files of a task, by the names under which they are served. All but the video exist only where a task has them.</summary>
internal static class ResultFile
{
    public const string Video = "video.mp4";

    /// <summary>A still that stands for the video.</summary>
    public const string Still = "still.jpg";

    /// <summary>The first and the last frame, in full.</summary>
    public const string First = "first.png", Last = "last.png";

    /// <summary>The video in the shape in which the model makes all of them.</summary>
    public const string Original = "original.mp4";

    /// <summary>The earlier take and its continuation as one.</summary>
    public const string Whole = "whole.mp4";

    /// <summary>The same with the provider's mark, where the video is without.</summary>
    public const string Marked = "marked.mp4";

    /// <summary>What a character looks like.</summary>
    public const string Character = "character.png";

    private const string MaskStart = "mask";

    public static string Mask(int number) => $"{MaskStart}{number}.png";

    public static bool IsMask(string name) => name.StartsWith(MaskStart, StringComparison.Ordinal);

    public static string ContentType(string name) => Path.GetExtension(name) switch { ".png" => "image/png", ".jpg" => "image/jpeg", _ => "video/mp4" };
}
