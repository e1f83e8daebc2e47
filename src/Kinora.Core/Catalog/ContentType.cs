namespace Kinora.Core.Catalog;

/// <summary>Content types under the several names that documentation gives them.</summary>
internal static class ContentType
{
    /// <summary>The standard name.</summary>
    public static string Standard(string type) => type switch
    {
        "image/jpg" => "image/jpeg",
        "audio/mp3" => "audio/mpeg",
        "audio/x-wav" => "audio/wav",
        "audio/m4a" or "audio/x-m4a" => "audio/mp4",
        _ => type,
    };

    public static bool AreSame(string one, string other) => Standard(one) == Standard(other);
}
