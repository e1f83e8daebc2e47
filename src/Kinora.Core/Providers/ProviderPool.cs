using Kinora.Core.Generations;

namespace Kinora.Core.Providers;

/// <summary>The provider accounts of this server.</summary>
public sealed class ProviderPool(IEnumerable<IGenerationProvider> accounts)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IGenerationProvider, double> _shares = [];

    /// <summary>In the operator's order.</summary>
    public IReadOnlyList<IGenerationProvider> Accounts { get; } = [.. accounts];

    /// <summary>The account of this name; null when there is none any more.</summary>
    public IGenerationProvider? Find(string account) => Accounts.FirstOrDefault(one => one.Account == account);

    /// <summary>The account that was asked last for a generation.</summary>
    /// <exception cref="ProviderException">It was taken away.</exception>
    public IGenerationProvider Of(Generation generation) =>
        Find(generation.Attempt!.Account) ?? throw new ProviderException($"The provider account {generation.Attempt.Account} is not there any more.");

    /// <summary>The account of a provider that can be asked soonest; of those that are as free, the one that is furthest behind its share.</summary>
    /// <param name="only">The one account that will do; null where any will.</param>
    /// <returns>Null when there is none.</returns>
    public IGenerationProvider? Choose(string provider, string? only = null)
    {
        lock (_gate)
        {
            var chosen = Accounts.Where(one => one.Name == provider && (only is null || one.Account == only))
                .OrderBy(one => one.SubmissionWait).ThenBy(one => _shares.GetValueOrDefault(one)).FirstOrDefault();
            if (chosen is not null) _shares[chosen] = _shares.GetValueOrDefault(chosen) + 1 / chosen.Weight;
            return chosen;
        }
    }
}
