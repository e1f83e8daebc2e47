using Microsoft.Extensions.Logging;

namespace Kinora.Core.Providers.Accounts;

/// <summary>Takes over the provider accounts that were entered on other nodes, and looks at each now and then: whether its keys are taken, and what it has left.</summary>
internal sealed partial class AccountWatch(
    ProviderAccounts accounts, AccountStandings standings, KinoraEngine engine, TimeProvider time, ILogger<AccountWatch> logger)
    : PeriodicService(engine, BetweenTurns, time)
{
    private static readonly TimeSpan BetweenTurns = TimeSpan.FromSeconds(10);

    /// <summary>Of an account that can be used.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(5);

    /// <summary>Of one that cannot, so that it is soon known to be well again.</summary>
    private static readonly TimeSpan BetweenWorriedLooks = TimeSpan.FromMinutes(1);

    protected override async Task TurnAsync(CancellationToken cancellationToken)
    {
        await accounts.ReloadAsync(cancellationToken);
        await Task.WhenAll(accounts.All.Where(one => one.Account.Enabled && IsDue(one)).Select(one => LookAsync(one, cancellationToken)));
    }

    protected override void Tell(Exception fault) => LogFault(fault);

    private bool IsDue(ConnectedAccount one)
    {
        if (standings.Find(one.Account.Id) is not { } known) return true;
        return Time.GetUtcNow() - known.At >= (known.Reading.State is ProviderAccountState.Good ? BetweenLooks : BetweenWorriedLooks);
    }

    private async Task LookAsync(ConnectedAccount one, CancellationToken cancellationToken)
    {
        var before = standings.Find(one.Account.Id)?.Reading.State ?? ProviderAccountState.Good;
        var reading = (await accounts.LookAsync(one, cancellationToken)).Reading;
        if (reading.State == before) return;
        if (reading.State is ProviderAccountState.Good) LogWell(one.Account.Id);
        else LogTrouble(one.Account.Id, reading.State, reading.Reason);
    }

    [LoggerMessage(280, LogLevel.Error, "The provider accounts could not be read; it is tried again.")]
    private partial void LogFault(Exception fault);

    [LoggerMessage(281, LogLevel.Warning, "The provider account {Account} is {State}: {Reason}")]
    private partial void LogTrouble(string account, ProviderAccountState state, string? reason);

    [LoggerMessage(282, LogLevel.Information, "The provider account {Account} can be used.")]
    private partial void LogWell(string account);
}
