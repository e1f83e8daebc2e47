namespace Kinora.Core.Media;

/// <summary>Argument lists that every use of ffmpeg shares.</summary>
public static class MediaArguments
{
    // Playlists and other formats that open further files are not among them. The list holds for what is packed inside a container too, such
    // as subtitles in an AVI file; and the references to other files that a QuickTime file may have are followed only by who sets enable_drefs.
    private const string Formats = "mov,mp4,m4a,matroska,webm,avi,image2,png_pipe,jpeg_pipe,webp_pipe,mp3,wav,aac,ogg,flac";

    // 8192 × 8192. A header may say less than what follows it, and a few bytes may say a gigabyte of pixels.
    private const string MaxPixels = "67108864";

    /// <summary>Options that go before <c>-i</c>: only this file is opened, only as media, and no larger frame is decoded than a picture may have.</summary>
    public static IEnumerable<string> Fence => ["-protocol_whitelist", "file", "-format_whitelist", Formats, "-max_pixels", MaxPixels];

    /// <summary>One input file, fenced; its path is never read as an option, an address or a pattern.</summary>
    public static IEnumerable<string> Input(string path) => [.. Fence, "-i", "file:" + Path.GetFullPath(path)];

    /// <summary>One still picture, fenced, by its content type rather than by its name.</summary>
    public static IEnumerable<string> Picture(string path, string contentType) => ["-f", PictureFormat(contentType), .. Input(path)];

    private static string PictureFormat(string contentType) => contentType switch
    {
        "image/png" => "png_pipe",
        "image/jpeg" => "jpeg_pipe",
        "image/webp" => "webp_pipe",
        _ => throw new ArgumentOutOfRangeException(nameof(contentType), contentType, "Not a picture that Kinora reads."),
    };
}
