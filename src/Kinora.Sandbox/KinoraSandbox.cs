using System.Diagnostics;
using KieAi.AspNetCore;
using Kinora.Core.Catalog;
using Kinora.Core.Fetching;
using Kinora.Core.Media;
using Kinora.Sandbox.Assets;
using Kinora.Sandbox.Catalogue;
using Kinora.Sandbox.Control;
using Kinora.Sandbox.Faults;
using Kinora.Sandbox.Files;
using Kinora.Sandbox.Rendering;
using Kinora.Sandbox.Tasks;
using Kinora.Sandbox.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Kinora.Sandbox;

/// <summary>A running sandbox: KIE.ai for offline use and tests, on an HTTP address of its own.</summary>
public sealed class KinoraSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Stack<object> _kept;
    private readonly string? _temporaryFolder;

    private KinoraSandbox(WebApplication app, Stack<object> kept, Uri address, string? temporaryFolder)
    {
        (_app, _kept, Address, _temporaryFolder) = (app, kept, address, temporaryFolder);
    }

    /// <summary>Its address as others reach it.</summary>
    public Uri Address { get; }

    /// <summary>Starts to listen, and takes up the tasks that an earlier process left in the data folder.</summary>
    /// <param name="urls">Where to listen; <c>http://127.0.0.1:0</c> takes a free port.</param>
    /// <param name="media">Share one per process, so that its bounds hold.</param>
    /// <exception cref="FormatException">The fetch allow-list has faults.</exception>
    /// <exception cref="IOException">An address is in use.</exception>
    public static async Task<KinoraSandbox> StartAsync(
        SandboxOptions options, ModelCatalog catalog, IReadOnlyList<string> urls, MediaProcess media, ILoggerFactory loggers, TimeProvider time,
        CancellationToken cancellationToken)
    {
        var temporary = options.DataFolder is null ? Directory.CreateTempSubdirectory("kinora-sandbox-").FullName : null;
        var kept = new Stack<object>();
        var app = Build(urls, loggers);
        try
        {
            var addresses = new SandboxAddresses();
            var life = Wire(app, kept, options, options.DataFolder ?? temporary!, catalog, media, addresses, loggers, time);
            await app.StartAsync(cancellationToken);
            addresses.PublicUrl = options.PublicUrl ?? Bound(app);
            life.Resume();
            return new KinoraSandbox(app, kept, addresses.PublicUrl, temporary);
        }
        catch
        {
            await CloseAsync(app, kept, temporary);
            throw;
        }
    }

    /// <summary>Stops; tasks that are not done are taken up at the next start on the same data folder.</summary>
    public ValueTask DisposeAsync() => CloseAsync(_app, _kept, _temporaryFolder);

    private static WebApplication Build(IReadOnlyList<string> urls, ILoggerFactory loggers)
    {
        // Empty: neither files nor variables of the surrounding program reach it, and signals are the program's own affair.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore().AddSingleton(loggers).AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.AddServerHeader = false).UseUrls([.. urls]);

        // Its requests are not taken for those of the server that it runs in.
        builder.Services.AddSingleton(new ActivitySource("Kinora.Sandbox"));
        return builder.Build();
    }

    private static TaskLife Wire(
        WebApplication app, Stack<object> kept, SandboxOptions options, string folder, ModelCatalog catalog, MediaProcess media,
        SandboxAddresses addresses, ILoggerFactory loggers, TimeProvider time)
    {
        T Keep<T>(T part) where T : notnull
        {
            kept.Push(part);
            return part;
        }

        var clock = new SandboxClock(time);
        var data = options.DataFolder;
        var store = new TaskStore(data is null ? null : Path.Combine(data, "tasks"), clock);
        // An earlier process may have been ahead: no task must be of tomorrow, or it would wait until then.
        if (store.Latest - clock.GetUtcNow() is { } behind && behind > TimeSpan.Zero) clock.TryAdvance(behind);
        var account = new SandboxAccount(options.Credits - store.All.Where(task => !task.IsFailed).Sum(task => task.Credits), options.Limits);
        var (times, links, answers, states) = (new TaskTimes(options.Speed, clock), new LinkGate(clock), new AnswerFaults(), new ModelStates());
        var words = new TaskWords(times, addresses, links);
        var uploads = new UploadFolder(Path.Combine(folder, "uploads"), Path.Combine(folder, "writing"), clock);
        var videos = new VideoFolder(Path.Combine(folder, "videos"), store);
        var upkeep = new Upkeep(store, videos, uploads, clock);
        upkeep.Run();
        var http = Keep(new GuardedHttp(new FetchOptions { Allow = options.FetchAllow }, time));
        var lastFrame = new LastFrame(media);
        var inputs = new TaskInputs(new MediaSource(uploads, videos, addresses, http, new Ffprobe(media)), lastFrame);
        var renderer = new ClipRenderer(media, Path.Combine(folder, "work"), loggers.CreateLogger<ClipRenderer>());
        var studio = Keep(new TaskStudio(options.Render, renderer, inputs, new TaskExtras(renderer, media, lastFrame), new MediaCheck(media), videos));
        var prices = new TaskPrices(catalog, inputs, store);
        var callbacks = Keep(new TaskCallbacks(words, account, time, options.HmacKey));
        var life = Keep(new TaskLife(store, times, callbacks, account, studio, prices, clock, loggers.CreateLogger<TaskLife>()));
        var assets = new AssetLibrary(data is null ? null : Path.Combine(data, "assets"), times.Queuing, clock);
        var desk = new TaskDesk(options.Limits, catalog, states, store, life, account, inputs, prices, assets, answers, upkeep, clock);
        var rates = new SuccessRates(store, states, clock);
        var catalogue = new CatalogueCalls(catalog, ModelCatalog.UpstreamPrices, model => rates.Of(model.Id));
        var parts = new AccountParts(
            options.Limits, account, desk, new ServiceForm(catalog), Keep(new VeoUpgrades(desk, store, words, addresses)), store, words, new TaskReadings(), answers,
            new FileDesk(uploads, addresses, links, http, clock), assets, new OmniStudio(), catalogue, clock);
        var backend = new SandboxBackend(options.Keys, () => new KeyedAccount(parts));

        app.Use(next => context => answers.ServeAsync(context, next));
        var gate = new ModelGate(backend, catalog, states);
        app.Use(next => context => gate.ServeAsync(context, next));
        app.UseRouting();
        app.MapKieApi(backend);
        app.MapKieNotFound();
        app.MapFiles(videos, uploads, store, links);
        new ControlEndpoints(backend, clock, account, states, store, new TaskLines(times, store, videos, addresses, links), life, upkeep, addresses).Map(app);
        return life;
    }

    private static Uri Bound(WebApplication app)
    {
        var bound = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new Uri(bound.Replace("//0.0.0.0", "//localhost").Replace("//[::]", "//localhost").Replace("//+", "//localhost").Replace("//*", "//localhost"));
    }

    private static async ValueTask CloseAsync(WebApplication app, Stack<object> kept, string? temporaryFolder)
    {
        await app.DisposeAsync();
        foreach (var part in kept)
        {
            if (part is IAsyncDisposable later) await later.DisposeAsync();
            else if (part is IDisposable now) now.Dispose();
        }

        if (temporaryFolder is not null) Directory.Delete(temporaryFolder, recursive: true);
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
