using Kinora.Core.Providers.Kie;
using Kinora.Core.Providers.OpenAiVideos;
using Kinora.Core.Providers.Replicate;

namespace Kinora.Core.Providers.Accounts;

/// <summary>Connects accounts.</summary>
internal sealed class ProviderFactory(KieSettings kie, IRateBudgets budgets, TimeProvider time)
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such provider.</exception>
    public IGenerationProvider Connect(ProviderAccount account) => account.Provider switch
    {
        ProviderNames.Kie => new KieProvider(account, kie, KieProvider.Http(), budgets, time),
        ProviderNames.Replicate => new ReplicateProvider(account, budgets, time),
        ProviderNames.OpenAiVideos => new OpenAiVideosProvider(account, budgets, time),
        _ => throw new ArgumentOutOfRangeException(nameof(account), account.Provider, "There is no such provider."),
    };
}
