using System.Text;

namespace Kinora.Core.Assets;

/// <summary>The name of a file as its owner gave it, fit to be shown.</summary>
internal static class AssetName
{
    private const int MaxLength = 255;

    /// <summary>The last part of what may be a path; null where that is no name.</summary>
    public static string? Of(string? given)
    {
        if (given is null) return null;
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = string.Concat(last.EnumerateRunes().Where(rune => !Rune.IsControl(rune)).Take(MaxLength)).Trim();
        return name is "" or "." or ".." ? null : name;
    }

    /// <summary>The last part of an address; null where that is no name.</summary>
    public static string? Of(Uri address) => Of(Uri.UnescapeDataString(address.Segments[^1]));
}
