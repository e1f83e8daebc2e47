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
    public static bool IsGenerationId(string? cursor) => IsId(cursor, "gen_");

    /// <summary>Whether it can be the id of a group.</summary>
    public static bool IsGroupId(string? cursor) => IsId(cursor, "grp_");

    /// <summary>Whether it can be the id of a join.</summary>
    public static bool IsJoinId(string? cursor) => IsId(cursor, "join_");

    /// <summary>Whether it can be the id of a delivery.</summary>
    public static bool IsDeliveryId(string? cursor) => IsId(cursor, "evt_");

    /// <summary>Whether it can be the id of an asset.</summary>
    public static bool IsAssetId(string? cursor) => IsId(cursor, "asset_");

    public static FieldProblem Fault(string? cursor) =>
        new("cursor", "cursor must be the next of a page before.", JsonValue.Create(cursor?[..Math.Min(cursor.Length, 100)]), null);

    private static bool IsId(string? cursor, string prefix) => cursor is null || (cursor.Length <= 64 && cursor.StartsWith(prefix, StringComparison.Ordinal));
}
