using Kinora.Core.Generations;

namespace Kinora.Core.Providers;

/// <summary>The provider accounts of this server.</summary>
public sealed class ProviderPool(IEnumerable<IGenerationProvider> accounts)
{
    /// <summary>In the operator's order.</summary>
    public IReadOnlyList<IGenerationProvider> Accounts { get; } = [.. accounts];

    /// <summary>The account of this name; null when there is none any more.</summary>
    public IGenerationProvider? Find(string account) => Accounts.FirstOrDefault(one => one.Account == account);

    /// <summary>The account that was asked last for a generation.</summary>
    /// <exception cref="ProviderException">It was taken away.</exception>
    public IGenerationProvider Of(Generation generation) =>
        Find(generation.Attempt!.Account) ?? throw new ProviderException($"The provider account {generation.Attempt.Account} is not there any more.");
}
