using System.Globalization;
using System.Text.Json.Nodes;
using Kinora.Client;

namespace Kinora.Server.Wire;

/// <summary>The cursors of lists: opaque to callers, here the place of the last item that they saw.</summary>
internal static class Cursors
{
    public static bool TryReadNumber(string? cursor, out long? number)
    {
        number = null;
        if (cursor is null) return true;
        if (!long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out var value)) return false;
        number = value;
        return true;
    }

    /// <summary>Whether it can be the id of a generation.</summary>
    public static bool IsGenerationId(string? cursor) => IsId("gen_", cursor);

    /// <summary>Whether it can be the id of a group.</summary>
    public static bool IsGroupId(string? cursor) => IsId("grp_", cursor);

    /// <summary>Whether it can be the id of an asset.</summary>
    public static bool IsAssetId(string? cursor) => IsId("asset_", cursor);

    public static FieldProblem Fault(string? cursor) =>
        new("cursor", "cursor must be the next of a page before.", JsonValue.Create(cursor?[..Math.Min(cursor.Length, 100)]), null);

    private static bool IsId(string kind, string? cursor) => cursor is null || (cursor.Length <= 64 && cursor.StartsWith(kind, StringComparison.Ordinal));
}
