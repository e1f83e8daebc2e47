using Kinora.Core.Generations;

namespace Kinora.Core.Storage.Postgres;

/// <summary>What this node's groups left behind of the accounts that they wrote: what the next one finds, unless somebody else wrote to them since.</summary>
/// <remarks>Not safe for use by several threads: it belongs to the one writer, which has the database compare before anything is committed.</remarks>
internal sealed class ForeseenFacts
{
    // Where several nodes accept for one account, or keys are sent twice, asking first is the shorter way.
    private const int GroupsAfterMistake = 64, MostAccounts = 1024;
    private static readonly Dictionary<string, int> NoVersions = [];
    private static readonly Dictionary<(string AccountId, string Key), KeptKey> NoKeys = [];
    private static readonly HashSet<string> NoFiles = [];
    private readonly Dictionary<string, AccountState> _accounts = [];
    private int _groupsToAsk;

    /// <summary>Null when the database is to be asked: about an account that was not seen lately, or what is not new.</summary>
    public CommitFacts? Of(IReadOnlyList<CommitUnit> units)
    {
        if (_groupsToAsk > 0)
        {
            _groupsToAsk--;
            return null;
        }

        var accounts = new Dictionary<string, AccountState>();
        foreach (var change in units.SelectMany(unit => unit.Changes))
        {
            if (change is not { Generation.Version: 1, History.From: null, KeptFiles.Count: 0 }) return null;
            foreach (var id in change.Ledger.Select(entry => entry.AccountId).Append(change.Generation.AccountId))
            {
                if (!_accounts.TryGetValue(id, out var account)) return null;
                accounts[id] = account;
            }
        }

        return new(NoVersions, accounts, NoKeys, NoFiles);
    }

    /// <summary>The group is committed.</summary>
    public void Keep(CommitScope scope)
    {
        if (_accounts.Count > MostAccounts) _accounts.Clear();
        foreach (var (id, account) in scope.Accounts) _accounts[id] = account;
    }

    public void WereWrong()
    {
        _accounts.Clear();
        _groupsToAsk = GroupsAfterMistake;
    }
}
