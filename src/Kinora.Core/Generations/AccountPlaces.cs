using Kinora.Core.Accounts;
using Kinora.Core.Storage;

namespace Kinora.Core.Generations;

/// <summary>Whether an account may have one more generation at providers. The commit of the submission decides; this looks before media are handed over in vain.</summary>
internal sealed class AccountPlaces(AccountStore accounts, CoreOptions options)
{
    /// <summary>How often a generation that waits for its account is looked at, at least.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    public AccountLimits OfUsers => options.LimitsOfUsers;

    /// <summary>How many may be there, where as many are; else null.</summary>
    public async Task<long?> FullAtAsync(string accountId, CancellationToken cancellationToken) =>
        await accounts.FindAsync(accountId, cancellationToken) is { } account
        && AccountLimits.Of(account.Role, account.Limits, options.LimitsOfUsers).MaxConcurrent is { } most && account.AtProviders >= most
            ? most
            : null;

    /// <summary>Puts it off until others have ended.</summary>
    public static GenerationChange? PutOff(Generation generation, long most, DateTimeOffset now)
    {
        var wait = Schedule.Later(generation.Waiting is { ForAccount: true } waiting ? waiting.Tries + 1 : 1, asked: null);
        return generation.WaitForAccount(
            $"Your account may have {most} generations at providers at once, and has them. This one goes on when one of them ends.", now,
            now + (wait < LongestWait ? wait : LongestWait));
    }
}
