using System.Data.Common;
using System.Text.Json;
using Kinora.Core.Accounts;
using Kinora.Core.Assets;
using Kinora.Core.Credits;
using Kinora.Core.Generations;

namespace Kinora.Core.Storage;

/// <summary>How values lie in columns.</summary>
internal static class SqlValues
{
    public static long Column(this DateTimeOffset time) => time.ToUnixTimeMilliseconds();

    public static object? Column(this DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();

    public static string Column(this GenerationStatus status) => status.ToString().ToLowerInvariant();

    public static string Column(this LedgerKind kind) => kind.ToString().ToLowerInvariant();

    public static string Column(this Generation generation) => JsonSerializer.Serialize(generation, KinoraJsonContext.Default.Generation);

    /// <summary>The text that lists are searched in.</summary>
    public static string SearchColumn(this Generation generation) => $"{generation.Input.Prompt} {generation.ModelName}".ToLowerInvariant();

    public static DateTimeOffset Time(this DbDataReader row, int column) => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    public static DateTimeOffset? MaybeTime(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Time(column);

    public static KeyScope Scope(this DbDataReader row, int column) => Enum.Parse<KeyScope>(row.GetString(column));

    public static string? Column(this IReadOnlyList<string> addresses) => addresses.Count == 0 ? null : string.Join(',', addresses);

    public static string[] Addresses(this DbDataReader row, int column) => row.Text(column)?.Split(',') ?? [];

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static GenerationStatus Status(this DbDataReader row, int column) => Enum.Parse<GenerationStatus>(row.GetString(column), ignoreCase: true);

    public static Generation Generation(this DbDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetString(column), KinoraJsonContext.Default.Generation)!;

    /// <summary>Of its document and, after it, when it was used.</summary>
    public static Asset Asset(this DbDataReader row, int column) =>
        JsonSerializer.Deserialize(row.GetString(column), KinoraJsonContext.Default.Asset)! with { UsedAt = row.Time(column + 1) };
}
