using Kinora.Server.Auth;
using Kinora.Server.Endpoints;
using Kinora.Server.Hosting;
using Kinora.Server.OpenApi;
using Kinora.Server.Problems;
using Kinora.Server.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server;

/// <summary>The web host, as a table of contents.</summary>
public static class KinoraServer
{
    internal static WebApplication Build(KinoraOptions options, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls([.. options.Urls]);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        builder.Services
            .AddSingleton(options)
            .AddSingleton(TimeProvider.System)
            .AddKinoraJson()
            .AddKinoraAuth()
            .AddApiDescription()
            .AddSingleton<ModelList>()
            .AddSingleton<Acceptance>()
            .AddSingleton<AccountEvents>();
        configure?.Invoke(builder.Services);

        var app = builder.Build();

        // Order matters: what answers errors is outermost; who is calling is known before anything asks.
        app.UseMiddleware<ProblemAnswers>();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<CrossSite>();
        app.UseAuthorization();

        app.MapSessions();
        app.MapAccount();
        app.MapModels();
        app.MapQuotes();
        app.MapAssets();
        app.MapGenerations();
        app.MapContent();
        app.MapEvents();
        app.MapGrants();
        app.MapWebhooks();
        app.MapHealth();
        app.MapOpenApi(ApiDescription.Path);
        return app;
    }
}
