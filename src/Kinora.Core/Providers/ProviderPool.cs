using Kinora.Core.Generations;

namespace Kinora.Core.Providers;

/// <summary>The provider accounts of this server. They may change while it runs: whoever comes back after a wait finds his anew.</summary>
public sealed class ProviderPool(IEnumerable<IGenerationProvider> accounts)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, double> _shares = [];
    private IReadOnlyList<IGenerationProvider> _accounts = [.. accounts];

    /// <summary>Told after <see cref="Accounts"/> changed.</summary>
    public event EventHandler? Changed;

    /// <summary>In the operator's order.</summary>
    public IReadOnlyList<IGenerationProvider> Accounts => Volatile.Read(ref _accounts);

    /// <summary>Puts these in the place of all. Calls that the former ones have begun go to their end.</summary>
    public void Replace(IEnumerable<IGenerationProvider> accounts)
    {
        Volatile.Write(ref _accounts, [.. accounts]);
        Changed?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>The account of this name; null when there is none any more.</summary>
    public IGenerationProvider? Find(string account) => Accounts.FirstOrDefault(one => one.Account == account);

    /// <summary>The account that was asked last for a generation.</summary>
    /// <exception cref="ProviderException">It was taken away.</exception>
    public IGenerationProvider Of(Generation generation) =>
        Find(generation.Attempt!.Account) ?? throw new ProviderException($"The provider account {generation.Attempt.Account} is not there any more.");

    /// <summary>The account of a provider that can be asked soonest; of those that are as free, the one that is furthest behind its share.</summary>
    /// <param name="may">Whether an account will do.</param>
    /// <returns>Null when there is none.</returns>
    public IGenerationProvider? Choose(string provider, Func<IGenerationProvider, bool> may)
    {
        lock (_gate)
        {
            var chosen = Accounts.Where(one => one.Name == provider && one.TakesNew && may(one))
                .OrderBy(one => one.SubmissionWait).ThenBy(one => _shares.GetValueOrDefault(one.Account)).FirstOrDefault();
            if (chosen is not null) _shares[chosen.Account] = _shares.GetValueOrDefault(chosen.Account) + 1 / chosen.Weight;
            return chosen;
        }
    }
}
