namespace Kinora.Core.Accounts;

/// <summary>What an account is held to.</summary>
/// <param name="MaxConcurrent">Generations at providers at once; the others wait. Null for any number.</param>
/// <param name="DailyGenerations">Generations that are accepted in one day, UTC, whatever becomes of them. Null for any number.</param>
public sealed record AccountLimits(int? MaxConcurrent, int? DailyGenerations)
{
    public static AccountLimits None { get; } = new(null, null);

    /// <summary>What holds for an account.</summary>
    /// <param name="own">What an administrator set for it.</param>
    /// <param name="ofUsers">What holds for accounts of role user beside that.</param>
    public static AccountLimits Of(AccountRole role, AccountLimits own, AccountLimits ofUsers) => role is AccountRole.Admin
        ? own
        : new(own.MaxConcurrent ?? ofUsers.MaxConcurrent, own.DailyGenerations ?? ofUsers.DailyGenerations);
}
