using KieAi;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Core.Providers.Kie;

/// <summary>Registers KIE.ai as the provider.</summary>
internal static class KieServices
{
    private const string HttpClientName = "kie";

    /// <summary>Longer than KIE ever took to accept a task, shorter than the shortest wait for a lost answer.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Shorter than a server's: one that closes an idle connection just as a submission goes out would make its outcome unknown.</summary>
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddKieProvider(this IServiceCollection services, KieConnection connection)
    {
        services.AddHttpClient(HttpClientName, http => http.Timeout = CallTimeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionIdleTimeout = IdleTimeout, AllowAutoRedirect = false })
            .RemoveAllLoggers();
        return services.AddSingleton<IGenerationProvider>(provider =>
        {
            var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName);
            var time = provider.GetRequiredService<TimeProvider>();
            var options = new KieClientOptions { BaseUrl = connection.BaseUrl, UploadBaseUrl = connection.UploadBaseUrl, ApiKey = connection.ApiKey };
            return new KieProvider(new KieClient(http, options, time), connection, time);
        });
    }
}
