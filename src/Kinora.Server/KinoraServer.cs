using Kinora.Core;
using Kinora.Core.Storage;
using Kinora.Server.Auth;
using Kinora.Server.Endpoints;
using Kinora.Server.Hosting;
using Kinora.Server.Kie;
using Kinora.Server.OpenAi;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Telemetry;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server;

/// <summary>The web host, as a table of contents. <see cref="KinoraHost"/> starts it.</summary>
internal static class KinoraServer
{
    /// <param name="configure">Adds what the host has made already, in place of what the engine would make.</param>
    public static WebApplication Build(KinoraOptions options, CoreOptions core, EngineDatabase database, Action<IServiceCollection> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. options.Urls]).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        builder.Services
            .AddSingleton(options)
            .AddKinoraCore(core, database)
            .AddKinoraAuth()
            .AddKinoraSecrets(options)
            .AddKinoraJson()
            .AddKinoraEndpoints()
            .AddKinoraTelemetry()
            .AddKieDoor()
            .AddApiDescription()
            .AddSmallerAnswers();
        configure(builder.Services);
        var app = builder.Build();

        // Order matters: who called is known before anything is written down, errors are answered outermost,
        // bodies are bounded before anything reads them, callers are known before anything asks.
        app.UseTrustedProxies(options);
        app.Use(app.Services.GetRequiredService<ResponseTimes>().MeasureAsync);
        app.Use(RequestSpan.Describe);
        app.UseMiddleware<ProblemAnswers>();
        app.Use(new SecurityHeaders(options).AddAsync);
        app.UseRouting();
        app.UseMiddleware<BodyLimit>();
        app.Use(JsonCharset.Check);
        app.Use(app.Services.GetRequiredService<SignInLimit>().CountAsync);
        app.UseAuthentication();
        app.Use(app.Services.GetRequiredService<RateLimits>().CountAsync);
        app.UseMiddleware<CrossSite>();
        app.UseAuthorization();
        app.UseMiddleware<KeyRules>();
        app.UseSmallerAnswers();
        app.UseStudio(options.StudioFolder);

        app.MapSessions();
        app.MapSignIn();
        app.MapAccount();
        app.MapAccountSignIn();
        app.MapKeys();
        app.MapModels();
        app.MapQuotes();
        app.MapAssets();
        app.MapTrim();
        app.MapGenerations();
        app.MapChildren();
        app.MapContent();
        app.MapLibrary();
        app.MapCollections();
        app.MapGroups();
        app.MapShares();
        app.MapDownloads();
        app.MapJoins();
        app.MapWebhookSettings();
        app.MapWebhookLog();
        app.MapPerson();
        app.MapEnhancement();
        app.MapEvents();
        app.MapAccountAdmin();
        app.MapCredits();
        app.MapDeliveries();
        app.MapInsight();
        app.MapCallbackLog();
        app.MapReconcile();
        app.MapProviders();
        app.MapDiagnostics();
        app.MapProbes();
        app.MapWebhooks();
        app.MapOpenAiVideos();
        app.MapHealth();
        app.MapMetrics();
        app.MapKie();
        app.MapApiDescription();
        return app;
    }
}
