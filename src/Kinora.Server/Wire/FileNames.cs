using System.Globalization;
using System.Text;
using Kinora.Core.Generations;
using Kinora.Core.Joins;

namespace Kinora.Server.Wire;

/// <summary>Names for files that people save.</summary>
internal static class FileNames
{
    private const int MaxPromptLength = 60;

    /// <summary>Such as <c>kling-2.6-a-red-fox-in-the-snow.mp4</c>.</summary>
    /// <param name="ending">What follows the name: <c>.mp4</c>, <c>-poster.webp</c>.</param>
    public static string For(Generation generation, int index, string ending)
    {
        var name = Slug(generation.ModelId) + (Slug(generation.Input.Prompt ?? "") is { Length: > 0 } prompt ? "-" + prompt : "");
        return name + Number(index) + ending;
    }

    /// <summary>A name that tells neither model nor prompt: <c>video.mp4</c>.</summary>
    /// <param name="ending">As above.</param>
    public static string Plain(int index, string ending) => "video" + Number(index) + ending;

    /// <summary>The name that the film was given, or <c>film.mp4</c>.</summary>
    /// <param name="ending">As above.</param>
    public static string For(Join join, string ending) => (Slug(join.Plan.Name ?? "") is { Length: > 0 } name ? name : "film") + ending;

    private static string Number(int index) => index > 0 ? "-" + (index + 1).ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>Letters and digits of any script, joined by single hyphens: safe in headers, shells and file systems.</summary>
    private static string Slug(string text)
    {
        var slug = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (slug.Length >= MaxPromptLength) break;
            if (Rune.IsLetterOrDigit(rune) || (rune.Value == '.' && slug.Length > 0 && slug[^1] != '-')) slug.Append(Rune.ToLowerInvariant(rune));
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().Trim('-', '.');
    }
}
