using KieAi;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers <see cref="KieClient"/>.</summary>
public static class KieAiServiceCollectionExtensions
{
    /// <summary>Name of the <see cref="HttpClient"/> that the client has from <see cref="IHttpClientFactory"/>.</summary>
    public const string HttpClientName = "KieAi";

    /// <summary>Shorter than a server's: one that closes an idle connection just as a submission goes out would make its outcome unknown.</summary>
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(10);

    /// <summary>How long until a change of addresses in DNS is seen.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Registers one <see cref="KieClient"/> for the whole process, because its limits are those of the account. Follows no redirects, resends
    /// nothing, logs no keys; handlers that <c>ConfigureHttpClientDefaults</c> puts before all clients are left out, because they may resend.
    /// Time comes from a registered <see cref="TimeProvider"/>, if there is one.
    /// </summary>
    /// <param name="configure">Sets at least <see cref="KieClientOptions.ApiKey"/>. What is wrong is told when the host starts.</param>
    /// <returns>The builder of the HTTP client, for a proxy or logs of your own. Add no handler that retries: creating is not idempotent.</returns>
    public static IHttpClientBuilder AddKieAi(this IServiceCollection services, Action<KieClientOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<KieClientOptions>().Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<KieClientOptions>, KieClientOptionsValidator>());
        services.TryAddSingleton(provider => new KieClient(
            provider.GetRequiredService<IHttpClientFactory>().CreateClient(HttpClientName),
            provider.GetRequiredService<IOptions<KieClientOptions>>().Value,
            provider.GetService<TimeProvider>()));
        return services.AddHttpClient(HttpClientName, http => http.Timeout = Timeout.InfiniteTimeSpan) // The options have one for each kind of call.
            .ConfigureAdditionalHttpMessageHandlers((handlers, _) => handlers.Clear()) // The defaults for all clients: often one that retries.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionIdleTimeout = IdleTimeout,
                PooledConnectionLifetime = ConnectionLifetime,
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RedactLoggedHeaders(["Authorization"]);
    }
}
