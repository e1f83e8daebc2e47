using Kinora.Core.Providers;
using Kinora.Core.Providers.Kie;
using Kinora.Core.Providers.OpenAiVideos;
using Kinora.Core.Providers.Replicate;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Testing.Providers;

/// <summary>The engine's providers, each on its own, with budgets that are kept in this process.</summary>
public static class TestProviders
{
    /// <summary>As the engine registers it.</summary>
    /// <param name="asked">Is told of every call.</param>
    public static IGenerationProvider Kie(KieConnection connection, Action<Uri> asked, TimeProvider time)
    {
        var services = new ServiceCollection().AddSingleton(time).AddSingleton<IRateBudgets>(new LocalRateBudgets(time)).AddKieProvider(connection);
        services.AddHttpClient(KieAiServiceCollectionExtensions.HttpClientName).AddHttpMessageHandler(() => new Listener(asked));
        return services.BuildServiceProvider().GetRequiredService<IGenerationProvider>();
    }

    public static IGenerationProvider Replicate(ReplicateConnection connection, TimeProvider time) =>
        new ReplicateProvider(connection, new LocalRateBudgets(time), time);

    public static IGenerationProvider OpenAiVideos(OpenAiVideosConnection connection, TimeProvider time) =>
        new OpenAiVideosProvider(connection, new LocalRateBudgets(time), time);

    private sealed class Listener(Action<Uri> asked) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked(request.RequestUri!);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
