using Kinora.Core.Storage;

namespace Kinora.Core.Providers.Accounts;

/// <summary>The provider accounts of this server: those of its configuration, and those that administrators entered, on any node.</summary>
public sealed class ProviderAccounts : IDisposable
{
    private static readonly AccountReading Locked = new(ProviderAccountState.Unauthorized, "Its keys cannot be read any more and must be entered again.");
    private readonly ProviderAccountStore _store;
    private readonly ProviderFactory _factory;
    private readonly AccountStandings _standings;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly IReadOnlyList<ConnectedAccount> _configured;
    private IReadOnlyList<ConnectedAccount> _stored = [];

    internal ProviderAccounts(IReadOnlyList<ProviderAccount> configured, ProviderAccountStore store, ProviderFactory factory, AccountStandings standings)
    {
        (_store, _factory, _standings) = (store, factory, standings);
        _configured = [.. configured.Select(account => Connect(new(account, 0), isConfigured: true))];
        Pool = new(_configured.Select(one => one.Provider));
    }

    /// <summary>Those in use.</summary>
    public ProviderPool Pool { get; }

    /// <summary>In the operator's order: those of the configuration first.</summary>
    public IReadOnlyList<ConnectedAccount> All => [.. _configured, .. Volatile.Read(ref _stored)];

    /// <summary>Null when there is none of this id.</summary>
    public ConnectedAccount? Find(string id) => All.FirstOrDefault(one => one.Account.Id == id);

    /// <summary>Enters an account, or takes the place of the one with its id; it is used from now on.</summary>
    /// <exception cref="InvalidOperationException">The configuration has an account of this id.</exception>
    public async Task SaveAsync(ProviderAccount account, CancellationToken cancellationToken)
    {
        if (IsConfigured(account.Id)) throw new InvalidOperationException("The configuration has an account of this id.");
        await _store.SaveAsync(account, cancellationToken);
        await ReloadAsync(cancellationToken);
    }

    /// <summary>Removes an account that was entered. False when there is none.</summary>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        var removed = await _store.RemoveAsync(id, cancellationToken);
        await ReloadAsync(cancellationToken);
        return removed;
    }

    /// <summary>Takes over what any node has changed. An account that did not change stays connected as it is.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            var known = _stored;
            var stored = (await _store.ReadAsync(cancellationToken)).Where(one => !IsConfigured(one.Account.Id)).ToList();
            Volatile.Write(ref _stored, [.. stored.Select(one => known.FirstOrDefault(old => old.IsSame(one)) ?? Connect(one, isConfigured: false))]);
            Pool.Replace(All.Where(one => !one.IsLocked).Select(one => one.Provider));
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>Looks at an account now and keeps what it shows.</summary>
    public async Task<AccountStanding> LookAsync(ConnectedAccount one, CancellationToken cancellationToken) =>
        _standings.Note(one.Account.Id, one.IsLocked ? Locked : await one.Provider.CheckAsync(cancellationToken), one.Account.LowBalance);

    private bool IsConfigured(string id) => _configured.Any(one => one.Account.Id == id);

    private ConnectedAccount Connect(StoredAccount stored, bool isConfigured) => new(stored, _factory.Connect(stored.Account)) { IsConfigured = isConfigured };
}

/// <summary>An account in use.</summary>
public sealed class ConnectedAccount
{
    internal ConnectedAccount(StoredAccount stored, IGenerationProvider provider) => (Stored, Provider) = (stored, provider);

    public ProviderAccount Account => Stored.Account;

    /// <summary>Where its API is.</summary>
    public Uri Address => Provider.Origin;

    /// <summary>Whether it stands in the configuration, and can be changed there alone.</summary>
    public required bool IsConfigured { get; init; }

    /// <summary>Whether its keys cannot be read, because what they were protected by is gone. It is not in use until they are entered again.</summary>
    public bool IsLocked => Stored.IsLocked;

    internal StoredAccount Stored { get; }

    internal IGenerationProvider Provider { get; }

    internal bool IsSame(StoredAccount other) => (Stored.Account.Id, Stored.Version, Stored.IsLocked) == (other.Account.Id, other.Version, other.IsLocked);
}
