using System.Collections.Concurrent;

namespace Kinora.Core.Providers.Accounts;

/// <summary>What this process knows of how each account stands: by looks at it, and by what submissions were refused for.</summary>
public sealed class AccountStandings(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, AccountStanding> _known = new();

    /// <summary>Null while nothing is known.</summary>
    public AccountStanding? Find(string account) => _known.GetValueOrDefault(account);

    /// <summary>Whether nothing speaks against a new generation there.</summary>
    public bool IsUsable(string account) => Find(account)?.Reading.State is not (ProviderAccountState.Unauthorized or ProviderAccountState.OutOfCredits);

    /// <summary>Keeps what a look at the account showed.</summary>
    /// <param name="lowBalance">With less it counts as out of credits.</param>
    public AccountStanding Note(string account, AccountReading reading, decimal lowBalance)
    {
        var isLow = reading.Balance is { } balance && (balance <= 0 || balance < lowBalance);
        var shown = reading.State is ProviderAccountState.Good && isLow
            ? reading with { State = ProviderAccountState.OutOfCredits, Reason = Left(reading.Balance, lowBalance) }
            : reading;
        return Keep(account, shown);
    }

    /// <summary>Keeps what a submission was refused for, which holds until the next look.</summary>
    public void Doubt(string account, ProviderAccountState state, string reason) =>
        Keep(account, new(state, reason) { Balance = Find(account)?.Reading.Balance });

    private static string Left(decimal? balance, decimal lowBalance) =>
        FormattableString.Invariant($"It has {balance:0.##} credits left") + (lowBalance > 0 ? FormattableString.Invariant($", and {lowBalance:0.##} are to be kept.") : ".");

    private AccountStanding Keep(string account, AccountReading reading) => _known.AddOrUpdate(
        account,
        _ => new(reading, time.GetUtcNow(), time.GetUtcNow()),
        (_, old) => new(reading, time.GetUtcNow(), old.Reading.State == reading.State ? old.Since : time.GetUtcNow()));
}

/// <summary>How an account stood when it was looked at last.</summary>
/// <param name="Since">When it came to stand like that.</param>
public sealed record AccountStanding(AccountReading Reading, DateTimeOffset At, DateTimeOffset Since);
