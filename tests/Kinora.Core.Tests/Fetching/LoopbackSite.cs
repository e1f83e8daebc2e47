using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinora.Core.Tests.Fetching;

/// <summary>A real web server on a loopback port.</summary>
internal sealed class LoopbackSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackSite(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int Requests { get; private set; }

    public static async Task<LoopbackSite> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = new LoopbackSite(builder.Build());
        site._app.Run(context =>
        {
            site.Requests++;
            return answer(context);
        });
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        return site;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
