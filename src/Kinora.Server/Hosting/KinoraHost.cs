using System.Data.Common;
using Kinora.Core;
using Kinora.Core.Assets;
using Kinora.Core.Catalog;
using Kinora.Core.Media;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Storage;
using Kinora.Core.Storage.Postgres;
using Kinora.Sandbox;
using Kinora.Server.Auth;
using Kinora.Server.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Hosting;

/// <summary>A running server: its data folder, the sandbox where it stands in, the web host and the engine, begun in this order and ended in reverse.</summary>
public sealed partial class KinoraHost : IAsyncDisposable
{
    private readonly Stack<object> _parts;
    private readonly WebApplication _app;
    private readonly ListenAddress _address;

    private KinoraHost(Stack<object> parts, WebApplication app, ListenAddress address) => (_parts, _app, _address) = (parts, app, address);

    /// <summary>Where people open it.</summary>
    public Uri Url => _address.ForPeople;

    internal Uri Local => _address.Local;
    internal IServiceProvider Services => _app.Services;

    /// <summary>Answers when the server listens and its workers run.</summary>
    /// <exception cref="StartException">It cannot start.</exception>
    public static Task<KinoraHost> StartAsync(KinoraOptions options, CancellationToken cancellationToken) =>
        StartAsync(options, TestClock.OfThisProcess(), _ => { }, cancellationToken);

    /// <param name="configure">Replaces services, for tests.</param>
    internal static async Task<KinoraHost> StartAsync(
        KinoraOptions options, TimeProvider time, Action<IServiceCollection> configure, CancellationToken cancellationToken)
    {
        var parts = new Stack<object>();
        try
        {
            parts.Push(DataFolderLock.Take(options.DataFolder));
            var loggers = Logs.Create(options.LogFormat);
            parts.Push(loggers);
            if (options.ExportsTelemetry) parts.Push(new TelemetryExport());
            var catalog = LoadCatalog(options);
            var media = new MediaProcess(time);
            KinoraSandbox? sandbox = null;
            if (options.UsesSandbox) parts.Push(sandbox = await SandboxHost.StartAsync(options, catalog, media, loggers, time, cancellationToken));
            var core = EngineSettings.Of(options, sandbox?.Address);
            var database = await OpenAsync(options, core, time, loggers, cancellationToken);
            parts.Push(database);
            var app = KinoraServer.Build(options, core, database, services => configure(services
                .AddSingleton(catalog).AddSingleton(media).AddSingleton(loggers)));
            parts.Push(app);
            app.StartCounting(options);
            await UseAsync(options, () => app.Services.GetRequiredService<Owner>().EnsureAsync(cancellationToken));
            await UseAsync(options, () => app.Services.GetRequiredService<ProviderAccounts>().ReloadAsync(cancellationToken));
            await CheckAssetsAsync(app, cancellationToken);
            await ListenAsync(app, options, cancellationToken);
            var host = new KinoraHost(parts, app, ListenAddress.Of(app, options));
            host.StartEngine(options);
            return host;
        }
        catch
        {
            await EndAsync(parts);
            throw;
        }
    }

    /// <summary>A new link that is good for one sign-in within 24 hours.</summary>
    public async Task<Uri> NewSignInLinkAsync(CancellationToken cancellationToken) =>
        new(_address.ForPeople, "/sign-in?token=" + await _app.Services.GetRequiredService<SignIns>().NewLinkAsync(Owner.Id, cancellationToken));

    /// <summary>Waits until it is told to stop (SIGTERM, Ctrl-C), and stops: open requests end, workers put down what they hold.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await EndAsync(_parts);
    }

    private static async Task EndAsync(Stack<object> parts)
    {
        while (parts.TryPop(out var part))
        {
            if (part is IAsyncDisposable later) await later.DisposeAsync();
            else if (part is IDisposable now) now.Dispose();
        }
    }

    private static ModelCatalog LoadCatalog(KinoraOptions options)
    {
        try
        {
            return ModelCatalog.Load(options.CatalogFolder, live: EngineSettings.IsLive(options), EngineSettings.CatalogOverride(options));
        }
        catch (CatalogException e)
        {
            throw new StartException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The catalog cannot be read: {e.Message}", e);
        }
    }

    private static async Task<EngineDatabase> OpenAsync(
        KinoraOptions options, CoreOptions core, TimeProvider time, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        EngineDatabase? database = null;
        await UseAsync(options, async () => database = await EngineDatabase.OpenAsync(core, time, loggers, cancellationToken));
        return database!;
    }

    /// <summary>What is wrong with the database shows at its first uses.</summary>
    private static async Task UseAsync(KinoraOptions options, Func<Task> use)
    {
        try
        {
            await use();
        }
        catch (Exception e) when (e is DbException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new StartException(
                options.Database is { } address
                    ? $"The database {PostgresAddress.Public(address)} cannot be used: {e.Message} See that it runs and that {Settings.SettingNames.Database} is right."
                    : $"The database in {options.DataFolder} cannot be used: {e.Message} Restore it from a backup, or choose another folder with {Settings.SettingNames.Data}.",
                e);
        }
    }

    private static async Task CheckAssetsAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            await app.Services.GetRequiredService<AssetStoreCheck>().RunAsync(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"Videos cannot be stored: {e.Message} Mend that, or choose another place with {Settings.SettingNames.Assets}.", e);
        }
    }

    private static async Task ListenAsync(WebApplication app, KinoraOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e)
        {
            throw new StartException(
                $"It cannot listen on {string.Join(", ", options.Urls)}: {e.Message} Choose another address with {Settings.SettingNames.Urls}.", e);
        }
    }

    /// <summary>Providers are told where to call only once this server listens there.</summary>
    private void StartEngine(KinoraOptions options)
    {
        var far = _app.Services.GetRequiredService<ProviderPool>().Accounts.Where(account => !account.Origin.IsLoopback).Select(account => account.Account).ToList();
        if (options.PublicUrl is null && far.Count > 0) LogNoCallbacks(_app.Logger, string.Join(", ", far));
        if (options.Database is not null && options.UsesSandbox) LogOwnSandbox(_app.Logger);
        _app.Services.GetRequiredService<KinoraEngine>().Start(options.PublicUrl, _address.Local);
    }

    [LoggerMessage(310, LogLevel.Information,
        "KINORA_PUBLIC_URL is not set, so these providers cannot call back: {Accounts}. "
        + "Their tasks are asked for instead, and results arrive a little later.")]
    private static partial void LogNoCallbacks(ILogger logger, string accounts);

    [LoggerMessage(311, LogLevel.Warning,
        "The sandbox inside this server is unknown to other servers on the same database. "
        + "For several, start one kinora sandbox and point all at it: docs/guides/cluster.md.")]
    private static partial void LogOwnSandbox(ILogger logger);
}
