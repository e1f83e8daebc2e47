using System.Data.Common;
using System.Runtime.InteropServices;
using System.Text.Json;
using Kinora.Core.Accounts;

namespace Kinora.Core.Storage;

/// <summary>The figures of an account that a commit may change, and what limits them: one row, so that limits cost no statement of their own.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct AccountState(long Balance, long Held, long LastEvent)
{
    /// <summary>Of the table <c>accounts</c>, as <see cref="Read"/> reads them.</summary>
    public const string Columns = "balance, held, last_event, role, max_concurrent, daily_generations, at_providers, day, day_generations, key_caps, webhooks";

    public AccountRole Role { get; init; }

    /// <summary>What an administrator set for this account; null for nothing.</summary>
    public AccountLimits? Limits { get; init; }

    /// <summary>How many of its generations are at providers.</summary>
    public long AtProviders { get; init; }

    /// <summary>The newest day on which a generation was accepted, and how many were on it.</summary>
    public long Day { get; init; }

    public long DayGenerations { get; init; }

    /// <summary>By the ids of its keys that have caps; null where none has.</summary>
    public IReadOnlyDictionary<string, KeyCap>? KeyCaps { get; init; }

    /// <summary>Who wants to hear of its generations, as <see cref="Kinora.Core.Webhooks.Subscription"/> writes it; no commit changes it.</summary>
    public string? Webhooks { get; init; }

    /// <summary>What holds for it.</summary>
    public AccountLimits LimitsWith(AccountLimits? ofUsers) => AccountLimits.Of(Role, Limits ?? AccountLimits.None, ofUsers ?? AccountLimits.None);

    public static AccountState Read(DbDataReader row, int first) => new(row.GetInt64(first), row.GetInt64(first + 1), row.GetInt64(first + 2))
    {
        Role = Enum.Parse<AccountRole>(row.GetString(first + 3)),
        Limits = ReadLimits(row, first + 4),
        AtProviders = row.GetInt64(first + 6),
        Day = row.GetInt64(first + 7),
        DayGenerations = row.GetInt64(first + 8),
        KeyCaps = ReadCaps(row.Text(first + 9)),
        Webhooks = row.Text(first + 10),
    };

    /// <summary>Of two columns; null where nothing is set.</summary>
    public static AccountLimits? ReadLimits(DbDataReader row, int first) => row.IsDBNull(first) && row.IsDBNull(first + 1)
        ? null
        : new(row.IsDBNull(first) ? null : (int)row.GetInt64(first), row.IsDBNull(first + 1) ? null : (int)row.GetInt64(first + 1));

    public static IReadOnlyDictionary<string, KeyCap>? ReadCaps(string? column) =>
        column is null ? null : JsonSerializer.Deserialize(column, KinoraJsonContext.Default.IReadOnlyDictionaryStringKeyCap);

    public static string? CapsColumn(IReadOnlyDictionary<string, KeyCap>? caps) =>
        caps is null || caps.Count == 0 ? null : JsonSerializer.Serialize(caps, KinoraJsonContext.Default.IReadOnlyDictionaryStringKeyCap);
}
