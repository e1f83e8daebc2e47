using Kinora.Core.Media;

namespace Kinora.Core.Catalog;

/// <summary>What a media field of the request form takes.</summary>
public enum MediaKind
{
    Picture,
    Video,
    Sound,

    /// <summary>A finished generation, which is named and not sent.</summary>
    Take,
}

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

    public static MediaKind Of(MediaFacts facts) => Of(facts.ContentType);
}
