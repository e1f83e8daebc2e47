using Kinora.Core.Catalog;

namespace Kinora.Core.Assets;

/// <summary>What is taken as an asset, and how large it may be: as large as the largest that any model takes.</summary>
public static class AssetLimits
{
    /// <summary>Longest side of a picture or video, in pixels.</summary>
    public const int MaxSide = 8192;

    /// <summary>The largest file of any kind, in bytes.</summary>
    public const long MaxBytes = 500 * Megabyte;

    private const long Megabyte = 1024 * 1024;

    /// <summary>What is taken, as the end of a sentence.</summary>
    public static string Taken { get; } =
        $"a picture (JPEG, PNG or WebP, at most {Megabytes(MediaKind.Picture)} MB), a video (MP4, MOV, WebM, Matroska or AVI, at most "
        + $"{Megabytes(MediaKind.Video)} MB) or a sound file (MP3, WAV, M4A, AAC, OGG or FLAC, at most {Megabytes(MediaKind.Sound)} MB)";

    /// <summary>The content types of what is taken, each with its usual file extension.</summary>
    public static IReadOnlyDictionary<string, string> Extensions { get; } = new Dictionary<string, string>
    {
        ["image/jpeg"] = "jpg",
        ["image/png"] = "png",
        ["image/webp"] = "webp",
        ["video/mp4"] = "mp4",
        ["video/quicktime"] = "mov",
        ["video/webm"] = "webm",
        ["video/x-matroska"] = "mkv",
        ["video/x-msvideo"] = "avi",
        ["audio/mpeg"] = "mp3",
        ["audio/wav"] = "wav",
        ["audio/mp4"] = "m4a",
        ["audio/aac"] = "aac",
        ["audio/ogg"] = "ogg",
        ["audio/flac"] = "flac",
    };

    /// <summary>The content type that goes with a file's extension; that of any bytes where none does.</summary>
    internal static string ContentTypeOf(string name) =>
        Extensions.FirstOrDefault(known => name.EndsWith("." + known.Value, StringComparison.Ordinal)).Key ?? "application/octet-stream";

    /// <summary>Largest file of a kind, in bytes.</summary>
    internal static long MaxBytesOf(MediaKind kind) => kind switch
    {
        MediaKind.Picture => 50 * Megabyte,
        MediaKind.Sound => 100 * Megabyte,
        _ => MaxBytes,
    };

    internal static long Megabytes(MediaKind kind) => MaxBytesOf(kind) / Megabyte;
}
