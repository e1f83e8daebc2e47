using Kinora.Core;
using Kinora.Core.Catalog;
using Kinora.Server.Auth;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Hosting;

/// <summary>A running server: its data folder, its sandbox where one stands in, its web host and its engine, begun in this order and ended in reverse.</summary>
public sealed partial class KinoraHost : IAsyncDisposable
{
    private readonly DataFolderLock _data;
    private readonly SandboxHost? _sandbox;
    private readonly WebApplication _app;
    private readonly ListenAddress _address;

    private KinoraHost(DataFolderLock data, SandboxHost? sandbox, WebApplication app, ListenAddress address) =>
        (_data, _sandbox, _app, _address) = (data, sandbox, app, address);

    /// <summary>Where people open it.</summary>
    public Uri Url => _address.ForPeople;

    internal IServiceProvider Services => _app.Services;

    /// <summary>Answers when the server listens and its workers run.</summary>
    /// <exception cref="StartException">It cannot start.</exception>
    public static Task<KinoraHost> StartAsync(KinoraOptions options, CancellationToken cancellationToken) => StartAsync(options, null, cancellationToken);

    internal static async Task<KinoraHost> StartAsync(KinoraOptions options, Action<IServiceCollection>? configure, CancellationToken cancellationToken)
    {
        var data = DataFolderLock.Take(options.DataFolder);
        SandboxHost? sandbox = null;
        WebApplication? app = null;
        try
        {
            if (options.UsesSandbox) sandbox = await SandboxHost.StartAsync(options, cancellationToken);
            var core = EngineSettings.Of(options, sandbox?.Url);
            app = KinoraServer.Build(options, core, configure);
            await PrepareAsync(app, cancellationToken);
            await ListenAsync(app, options, cancellationToken);
            var host = new KinoraHost(data, sandbox, app, ListenAddress.Of(app, options));
            host.StartEngine(options, core.Kie.BaseUrl);
            return host;
        }
        catch
        {
            if (app is not null) await app.DisposeAsync();
            if (sandbox is not null) await sandbox.DisposeAsync();
            data.Dispose();
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
        await _app.DisposeAsync();
        if (_sandbox is not null) await _sandbox.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>What must be right before anybody is let in.</summary>
    private static async Task PrepareAsync(WebApplication app, CancellationToken cancellationToken)
    {
        try
        {
            app.Services.GetRequiredService<ModelCatalog>();
        }
        catch (CatalogException e)
        {
            throw new StartException(e.Message, e);
        }

        await app.Services.GetRequiredService<Owner>().EnsureAsync(cancellationToken);
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
    private void StartEngine(KinoraOptions options, Uri provider)
    {
        var callbacks = options.PublicUrl ?? (provider.IsLoopback ? _address.Local : null);
        if (callbacks is null) LogNoCallbacks(_app.Logger);
        _app.Services.GetRequiredService<KinoraEngine>().Start(callbacks);
    }

    [LoggerMessage(310, LogLevel.Information, "KINORA_PUBLIC_URL is not set, so KIE.ai cannot call back: its tasks are asked for instead, and results arrive a little later.")]
    private static partial void LogNoCallbacks(ILogger logger);
}
