namespace Kinora.Core.Catalog;

/// <summary>The kinds of files.</summary>
internal static class MediaKinds
{
    /// <summary>The kind of a content type that Kinora reads.</summary>
    public static MediaKind Of(string contentType) => contentType[..contentType.IndexOf('/')] switch
    {
        "image" => MediaKind.Picture,
        "video" => MediaKind.Video,
        _ => MediaKind.Sound,
    };

    /// <summary>For sentences.</summary>
    public static string Word(MediaKind kind) => kind switch
    {
        MediaKind.Picture => "picture",
        MediaKind.Video => "video",
        _ => "sound file",
    };
}
