using System.Data.Common;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>How the marks of generations lie in columns.</summary>
internal static class SqlMarks
{
    /// <summary>Of the table <c>generations</c> under the name <c>g</c>, as <see cref="Marked"/> reads them.</summary>
    public const string Columns = "g.document, g.favorite, g.tags, g.deleted_at, g.group_id, g.group_item, g.share_token, g.share_prompt, g.share_download, g.share_ends_at";

    // Before, between and behind tags, so that a tag can be looked for as a whole.
    private const char Separator = '\n';

    public static Generation Marked(this DbDataReader row, int column) => row.Generation(column) with
    {
        Marks = new()
        {
            Favorite = row.GetInt64(column + 1) != 0,
            Tags = Tags(row.GetString(column + 2)),
            DeletedAt = row.MaybeTime(column + 3),
            Group = row.Text(column + 4) is { } group ? new(group, row.GetString(column + 5)) : null,
            Share = row.Text(column + 6) is { } token ? new(token, row.GetInt64(column + 7) != 0, row.GetInt64(column + 8) != 0, row.MaybeTime(column + 9)) : null,
        },
    };

    public static string[] Tags(string column) => column.Split(Separator, StringSplitOptions.RemoveEmptyEntries);

    public static string TagsColumn(IReadOnlyList<string> tags) => tags.Count == 0 ? "" : Separator + string.Join(Separator, tags) + Separator;

    /// <summary>How a tag stands in its column; null for null.</summary>
    public static string? Tag(string? tag) => tag is null ? null : Separator + tag + Separator;

    /// <summary>The pattern of what contains the text, with <c>!</c> as the escape; null for null.</summary>
    public static string? Containing(string? text) => text is null
        ? null
        : "%" + text.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%";
}
