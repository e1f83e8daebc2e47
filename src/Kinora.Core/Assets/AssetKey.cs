namespace Kinora.Core.Assets;

/// <summary>The form of keys in an asset store.</summary>
public static class AssetKey
{
    private const int MaxLength = 512;

    /// <summary>Whether the key is segments of <c>[a-z0-9._-]</c> joined by <c>/</c>, none of which begins with a dot.</summary>
    public static bool IsValid(string key) => key.Length is > 0 and <= MaxLength && key.Split('/').All(IsSegment);

    private static bool IsSegment(string segment) =>
        segment.Length > 0 && segment[0] != '.' && segment.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '_' or '-');
}
