using System.Security.Cryptography;
using System.Text;
using Kinora.Core.Assets;
using Kinora.Core.Assets.S3;
using Kinora.Core.Callbacks;
using Kinora.Core.Catalog;
using Kinora.Core.Credits;
using Kinora.Core.Diagnostics;
using Kinora.Core.Enhancement;
using Kinora.Core.Fetching;
using Kinora.Core.Generations;
using Kinora.Core.Groups;
using Kinora.Core.Health;
using Kinora.Core.Joins;
using Kinora.Core.Media;
using Kinora.Core.Polling;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Retention;
using Kinora.Core.Storage;
using Kinora.Core.Telemetry;
using Kinora.Core.Webhooks;
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
    /// <remarks>Wants a <see cref="SecretProtection"/> beside it, where provider accounts or webhooks are entered or read.</remarks>
    /// <param name="database">Stays the caller's to dispose of, after the services.</param>
    public static IServiceCollection AddKinoraCore(this IServiceCollection services, CoreOptions options, EngineDatabase database)
    {
        services.AddSingleton(database.Time);
        services.AddSingleton(options);
        return services.AddCatalog(options).AddStorage(database).AddMedia(options).AddProviders(options).AddHealth().AddGenerations().AddJoins().AddRetention();
    }

    private static IServiceCollection AddCatalog(this IServiceCollection services, CoreOptions options) =>
        services.AddSingleton(_ => ModelCatalog.Load(options.CatalogFolder, options.Kie.Live, options.CatalogOverride))
            .AddSingleton<Continuations>()
            .AddSingleton<PromptEnhancer>();

    private static IServiceCollection AddStorage(this IServiceCollection services, EngineDatabase database) => services
        .AddSingleton(database)
        .AddSingleton(database.Signals)
        .AddSingleton(database.Feed)
        .AddSingleton(database.Budgets)
        .AddSingleton(new GenerationStore(database.Sql))
        .AddSingleton(new AccountStore(database.Sql, database.Time))
        .AddSingleton(new ApiKeyStore(database.Sql))
        .AddSingleton(new SessionStore(database.Sql))
        .AddSingleton(new PasswordStore(database.Sql))
        .AddSingleton(new SignInTryStore(database.Sql))
        .AddSingleton(new IdentityStore(database.Sql))
        .AddSingleton(new AssetIndex(database.Sql))
        .AddSingleton(new DurationStore(database.Sql))
        .AddSingleton(new LooseFiles(database.Sql))
        .AddSingleton(new SingletonLease(database.Sql))
        .AddSingleton(new CallbackLog(database.Sql))
        .AddSingleton(new Books(database.Sql))
        .AddSingleton(new LogPurge(database.Sql))
        .AddSingleton(new DataKeyStore(database.Sql))
        .AddSingleton(new ProviderCaps(database.Sql))
        .AddSingleton(new ProviderFiles(database.Sql))
        .AddSingleton(new DiagnosticStore(database.Sql))
        .AddSingleton(new DeliveryStore(database.Sql))
        .AddSingleton(new DeliveryLog(database.Sql))
        .AddSingleton(new WebhookEndpointStore(database.Sql))
        .AddSingleton(provider => new WebhookSecretStore(database.Sql, provider.GetRequiredService<SecretProtection>()))
        .AddSingleton(new LibraryStore(database.Sql))
        .AddSingleton(new CollectionStore(database.Sql))
        .AddSingleton(new GroupStore(database.Sql))
        .AddSingleton(new PersonStore(database.Sql))
        .AddSingleton(new JoinStore(database.Sql))
        .AddSingleton(new HealthStore(database.Sql))
        .AddSingleton(new OutcomeStore(database.Sql))
        .AddSingleton(new BacklogStore(database.Sql))
        .AddSingleton<EngineGauges>();

    private static IServiceCollection AddMedia(this IServiceCollection services, CoreOptions options) => services
        .AddSingleton(provider => new GuardedHttp(new FetchOptions { Allow = options.FetchAllow }, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(provider => new MediaProcess(provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Ffprobe>()
        .AddSingleton<PictureMaker>()
        .AddSingleton<FrameCutter>()
        .AddSingleton<ClipCutter>()
        .AddSingleton(provider => AssetStore(options, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<AssetStoreCheck>()
        .AddSingleton<AssetLibrary>()
        .AddSingleton<OutputAssets>()
        .AddSingleton<TrimmedAssets>()
        .AddSingleton<InputMedia>()
        .AddSingleton<OutputMedia>()
        .AddSingleton<ProviderMedia>();

    private static IAssetStore AssetStore(CoreOptions options, TimeProvider time) => options.S3 is { } bucket
        ? new S3AssetStore(bucket, Path.Combine(options.DataFolder, "scratch"), time)
        : new FolderAssetStore(options.AssetsFolder ?? Path.Combine(options.DataFolder, "assets"), NodeName(options), time);

    // Each node has a data folder of its own, though it may be called the same on two machines.
    private static string NodeName(CoreOptions options) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(Environment.MachineName + "\n" + Path.GetFullPath(options.DataFolder))))[..16];

    private static IServiceCollection AddProviders(this IServiceCollection services, CoreOptions options)
    {
        return services
            .AddSingleton(provider => new ProviderFactory(options.Kie, provider.GetRequiredService<IRateBudgets>(), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton(provider => new ProviderAccountStore(provider.GetRequiredService<EngineDatabase>().Sql, provider.GetRequiredService<SecretProtection>()))
            .AddSingleton(provider => new ProviderAccounts(
                options.ProviderAccounts, provider.GetRequiredService<ProviderAccountStore>(), provider.GetRequiredService<ProviderFactory>(),
                provider.GetRequiredService<AccountStandings>()))
            .AddSingleton(provider => provider.GetRequiredService<ProviderAccounts>().Pool)
            .AddSingleton<AccountStandings>()
            .AddSingleton<AccountDoor>()
            .AddHostedService<AccountWatch>()
            .AddSingleton(provider =>
                new CallbackAddresses(provider.GetRequiredService<AccountStore>().SecretAsync(CallbackKey, CancellationToken.None).GetAwaiter().GetResult()));
    }

    private static IServiceCollection AddHealth(this IServiceCollection services) => services
        .AddSingleton(provider => new RouteHealth(
            provider.GetRequiredService<HealthStore>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<RouteHealth>>()))
        .AddSingleton<OutcomeCounts>()
        .AddSingleton(provider => new TrafficReport(
            provider.GetRequiredService<RouteHealth>(), provider.GetRequiredService<OutcomeCounts>(), provider.GetRequiredService<ProviderFailures>(),
            provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<RouteStandings>()
        .AddSingleton(provider => new ModelHealth(
            provider.GetRequiredService<RouteStandings>(), provider.GetRequiredService<OutcomeCounts>(), provider.GetRequiredService<DurationHistory>(),
            provider.GetRequiredService<CoreOptions>()))
        .AddSingleton<ProbeTargets>()
        .AddSingleton<AccountChecks>()
        .AddSingleton<Diagnostician>()
        .AddSingleton(provider => new DiagnosticRuns(
            provider.GetRequiredService<Diagnostician>(), provider.GetRequiredService<SingletonLease>(), provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<DiagnosticRuns>>()))
        .AddHostedService<DiagnosticSchedule>()
        .AddSingleton(provider => new Prober(
            provider.GetRequiredService<RouteHealth>(), provider.GetRequiredService<HealthStore>(),
            provider.GetRequiredService<ProbeTargets>(), provider.GetRequiredService<ProviderPool>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Prober>>()))
        .AddHostedService<HealthSync>()
        .AddHostedService<ProbeWatch>()
        .AddSingleton<TestRenders>()
        .AddHostedService<RenderWatch>();

    private static IServiceCollection AddGenerations(this IServiceCollection services) => services
        .AddSingleton<DurationHistory>()
        .AddHostedService<DurationSaver>()
        .AddSingleton(provider => new Schedule(
            provider.GetRequiredService<CoreOptions>(), provider.GetRequiredService<DurationHistory>(), provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<KinoraEngine>()
        .AddSingleton<KnownInputs>()
        .AddSingleton<RoughPlanner>()
        .AddSingleton<ProviderFailures>()
        .AddSingleton<AccountPlaces>()
        .AddSingleton<GenerationAcceptor>()
        .AddSingleton<GroupEditor>()
        .AddSingleton<GroupQuotes>()
        .AddSingleton<GroupGenerator>()
        .AddSingleton<GenerationCanceler>()
        .AddSingleton<GenerationSettler>()
        .AddSingleton<GenerationSync>()
        .AddSingleton<CallbackInbox>()
        .AddSingleton<GenerationCollector>()
        .AddWorker<GenerationDispatcher>(GenerationStatus.Queued)
        .AddWorker<OutcomeWatch>(GenerationStatus.Submitting)
        .AddHostedService(provider => new PollerFleet(
            provider.GetRequiredService<ProviderPool>(),
            provider.GetRequiredService<GenerationStore>(),
            line => Worker(provider, GenerationStatus.Running, line, new GenerationPoller(
                provider.GetRequiredService<GenerationSettler>(), provider.GetRequiredService<ProviderPool>(), line))))
        .AddWorker<GenerationCollector>(GenerationStatus.Collecting)
        .AddWorker<LateSuccessWatch>(GenerationStatus.Failed)
        .AddHostedService<AbsenceWatch>()
        .AddSingleton<WebhookAddress>()
        .AddSingleton<WebhookCalls>()
        .AddSingleton<DeliveryPost>()
        .AddSingleton<DeliverySender>()
        .AddHostedService<DeliveryWorker>();

    private static IServiceCollection AddJoins(this IServiceCollection services) => services
        .AddSingleton<JoinAcceptor>()
        .AddSingleton<JoinRenderer>()
        .AddSingleton<FilmMedia>()
        .AddSingleton<JoinMaker>()
        .AddHostedService<JoinWorker>();

    private static IServiceCollection AddRetention(this IServiceCollection services) => services
        .AddSingleton<Reconciler>()
        .AddSingleton<FileRetention>()
        .AddSingleton<LogRetention>()
        .AddHostedService<Housekeeper>();

    private static IServiceCollection AddWorker<TStep>(this IServiceCollection services, GenerationStatus status) where TStep : class, IGenerationStep
    {
        services.TryAddSingleton<TStep>();
        return services.AddSingleton<IHostedService>(provider => Worker(provider, status, "", provider.GetRequiredService<TStep>()));
    }

    private static GenerationWorker Worker(IServiceProvider provider, GenerationStatus status, string line, IGenerationStep step) => new(
        status, line, step,
        provider.GetRequiredService<KinoraEngine>(),
        provider.GetRequiredService<GenerationStore>(),
        provider.GetRequiredService<WorkSignals>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<GenerationWorker>>());
}
