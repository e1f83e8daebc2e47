using System.Globalization;
using Kinora.Client;
using Kinora.Core.Accounts;
using Kinora.Core.Credits;
using Kinora.Core.Storage;

namespace Kinora.Server.Wire;

/// <summary>Accounts and their ledger, from the domain to the wire.</summary>
internal static class AccountMapping
{
    public static AccountResponse ToResponse(this Account account, KinoraOptions options, DateTimeOffset now) => new(
        account.Id, account.Name, Role(account), account.Balance, account.Held, account.Available, options.UsesSandbox ? "sandbox" : "kie",
        new(options.Enhance is not null, options.PublicUrl?.AbsoluteUri.TrimEnd('/')))
    {
        Limits = account.ToLimits(options, now),
    };

    public static AccountEntry ToEntry(this Account account, KinoraOptions options, DateTimeOffset now, DateTimeOffset? seenAt = null) =>
        new(account.Id, account.Name, Role(account), account.Balance, account.Held, account.Available)
        {
            Limits = account.ToLimits(options, now),
            Active = account.DeactivatedAt is null,
            SeenAt = seenAt,
        };

    private static AccountLimitsResponse ToLimits(this Account account, KinoraOptions options, DateTimeOffset now)
    {
        var limits = AccountLimits.Of(account.Role, account.Limits, options.LimitsOfUsers);
        return new(limits.MaxConcurrent, limits.DailyGenerations, account.AtProviders, account.Accepted.Day == SpendingDay.Of(now) ? account.Accepted.Count : 0);
    }

    /// <param name="entries">One more than a page holds, where there are more.</param>
    public static LedgerPage ToPage(this IReadOnlyList<NumberedLedgerEntry> entries, int size) => new(
        [.. entries.Take(size).Select(e => e.Entry.ToResponse())],
        entries.Count > size ? entries[size - 1].Number.ToString(CultureInfo.InvariantCulture) : null);

    public static LedgerEntryResponse ToResponse(this LedgerEntry entry) => new(
        Kind(entry.Kind), entry.BalanceChange, entry.HeldChange, entry.GenerationId, entry.At, entry.Note);

    private static string Role(Account account) => account.Role is AccountRole.Admin ? "admin" : "user";

    private static string Kind(LedgerKind kind) => kind switch
    {
        LedgerKind.Grant => "grant",
        LedgerKind.Hold => "hold",
        LedgerKind.Capture => "capture",
        LedgerKind.Release => "release",
        LedgerKind.Adjust => "adjust",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
