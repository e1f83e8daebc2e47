using Kinora.Core.Assets;
using Kinora.Core.Callbacks;
using Kinora.Core.Catalog;
using Kinora.Core.Credits;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Media;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Kie;
using Kinora.Core.Retention;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Core;

/// <summary>Registers the engine.</summary>
public static class KinoraCore
{
    /// <summary>The name of the secret that callback addresses are proven with.</summary>
    private const string CallbackKey = "callback";

    /// <summary>Everything but HTTP. The workers wait until <see cref="KinoraEngine.Start"/>.</summary>
    public static IServiceCollection AddKinoraCore(this IServiceCollection services, CoreOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        return services.AddCatalog(options).AddStorage(options).AddMedia(options).AddProviders(options).AddGenerations().AddRetention();
    }

    private static IServiceCollection AddCatalog(this IServiceCollection services, CoreOptions options) =>
        services.AddSingleton(_ => ModelCatalog.Load(options.CatalogFolder, options.Kie.Live, options.CatalogOverride));

    private static IServiceCollection AddStorage(this IServiceCollection services, CoreOptions options) => services
        .AddSingleton<WorkSignals>()
        .AddSingleton<EventFeed>()
        .AddSingleton<ISqlDatabase>(provider => SqliteDatabase.Open(
            Path.Combine(options.DataFolder, "kinora.db"),
            provider.GetRequiredService<WorkSignals>(), provider.GetRequiredService<EventFeed>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new GenerationStore(provider.GetRequiredService<ISqlDatabase>()))
        .AddSingleton(provider => new AccountStore(provider.GetRequiredService<ISqlDatabase>()))
        .AddSingleton(provider => new AssetIndex(provider.GetRequiredService<ISqlDatabase>()))
        .AddSingleton(provider => new LooseFiles(provider.GetRequiredService<ISqlDatabase>()))
        .AddSingleton(provider => new CallbackLog(provider.GetRequiredService<ISqlDatabase>()))
        .AddSingleton(provider => new Books(provider.GetRequiredService<ISqlDatabase>()))
        .AddSingleton(provider => new LogPurge(provider.GetRequiredService<ISqlDatabase>()))
        .AddSingleton(provider => new SingletonLease(provider.GetRequiredService<ISqlDatabase>()));

    private static IServiceCollection AddMedia(this IServiceCollection services, CoreOptions options) => services
        .AddSingleton(provider => new GuardedHttp(new FetchOptions { Allow = options.FetchAllow }, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new MediaProcess(provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Ffprobe>()
        .AddSingleton<PosterMaker>()
        .AddSingleton<IAssetStore>(_ => new FolderAssetStore(Path.Combine(options.DataFolder, "assets")))
        .AddSingleton<AssetLibrary>()
        .AddSingleton<InputMedia>()
        .AddSingleton<OutputMedia>()
        .AddSingleton<ProviderMedia>();

    private static IServiceCollection AddProviders(this IServiceCollection services, CoreOptions options)
    {
        services.AddSingleton<IRateBudgets>(provider => new LocalRateBudgets(provider.GetRequiredService<TimeProvider>()));
        services.AddKieProvider(options.Kie);
        return services.AddSingleton(provider =>
            new CallbackAddresses(provider.GetRequiredService<AccountStore>().SecretAsync(CallbackKey, CancellationToken.None).GetAwaiter().GetResult()));
    }

    private static IServiceCollection AddGenerations(this IServiceCollection services) => services
        .AddSingleton<Schedule>()
        .AddSingleton<KinoraEngine>()
        .AddSingleton<KnownInputs>()
        .AddSingleton<ProviderFailures>()
        .AddSingleton<GenerationAcceptor>()
        .AddSingleton<GenerationCanceler>()
        .AddSingleton<GenerationSettler>()
        .AddSingleton<GenerationSync>()
        .AddSingleton<CallbackInbox>()
        .AddSingleton<GenerationPoller>()
        .AddSingleton<GenerationCollector>()
        .AddWorker<GenerationDispatcher>(GenerationStatus.Queued)
        .AddWorker<OutcomeWatch>(GenerationStatus.Submitting)
        .AddWorker<GenerationPoller>(GenerationStatus.Running)
        .AddWorker<GenerationCollector>(GenerationStatus.Collecting)
        .AddWorker<LateSuccessWatch>(GenerationStatus.Failed);

    private static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<Reconciler>()
        .AddSingleton<FileRetention>()
        .AddSingleton<LogRetention>()
        .AddHostedService<Housekeeper>();

    private static IServiceCollection AddWorker<TStep>(this IServiceCollection services, GenerationStatus status) where TStep : class, IGenerationStep
    {
        services.TryAddSingleton<TStep>();
        return services.AddSingleton<IHostedService>(provider => new GenerationWorker(
            status,
            provider.GetRequiredService<TStep>(),
            provider.GetRequiredService<KinoraEngine>(),
            provider.GetRequiredService<GenerationStore>(),
            provider.GetRequiredService<WorkSignals>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<GenerationWorker>>()));
    }
}
