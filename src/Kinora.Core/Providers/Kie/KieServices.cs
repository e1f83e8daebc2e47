using KieAi;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Core.Providers.Kie;

/// <summary>Registers KIE.ai as the provider.</summary>
internal static class KieServices
{
    private const string HttpClientName = "kie";
    private const string UploadClientName = "kie-uploads";

    /// <summary>Longer than KIE ever took to accept a task, shorter than <see cref="Generations.Schedule.AnswerWait"/>.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    /// <summary>Enough for the largest asset over a slow line. An upload may be sent again, so nothing hangs on a short time.</summary>
    private static readonly TimeSpan UploadTimeout = TimeSpan.FromMinutes(15);

    /// <summary>Shorter than a server's: one that closes an idle connection just as a submission goes out would make its outcome unknown.</summary>
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddKieProvider(this IServiceCollection services, KieConnection connection)
    {
        services.AddKieHttp(HttpClientName, CallTimeout).AddKieHttp(UploadClientName, UploadTimeout);
        return services.AddSingleton<IGenerationProvider>(provider =>
        {
            var http = provider.GetRequiredService<IHttpClientFactory>();
            var time = provider.GetRequiredService<TimeProvider>();
            var options = new KieClientOptions { BaseUrl = connection.BaseUrl, UploadBaseUrl = connection.UploadBaseUrl, ApiKey = connection.ApiKey };
            var client = new KieClient(http.CreateClient(HttpClientName), options, time);
            var uploads = new KieClient(http.CreateClient(UploadClientName), options, time);
            return new KieProvider(client, uploads, connection, time);
        });
    }

    private static IServiceCollection AddKieHttp(this IServiceCollection services, string name, TimeSpan timeout)
    {
        services.AddHttpClient(name, http => http.Timeout = timeout)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { PooledConnectionIdleTimeout = IdleTimeout, AllowAutoRedirect = false })
            .RemoveAllLoggers();
        return services;
    }
}
