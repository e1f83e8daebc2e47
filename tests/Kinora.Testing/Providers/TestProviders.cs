using KieAi;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Kie;
using Kinora.Core.Providers.OpenAiVideos;
using Kinora.Core.Providers.Replicate;

namespace Kinora.Testing.Providers;

/// <summary>The engine's providers, each on its own, with budgets that are kept in this process.</summary>
public static class TestProviders
{
    /// <param name="handler">What every call goes through.</param>
    public static IGenerationProvider Kie(KieConnection connection, HttpMessageHandler handler, TimeProvider time)
    {
        var options = new KieClientOptions
        {
            BaseUrl = connection.BaseUrl, UploadBaseUrl = connection.UploadBaseUrl, ApiKey = connection.ApiKey, Submissions = null, Reads = null,
            CallTimeout = TimeSpan.FromSeconds(60),
        };
        var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        return new KieProvider(new KieClient(http, options, time), connection, new LocalRateBudgets(time), time);
    }

    public static IGenerationProvider Replicate(ReplicateConnection connection, TimeProvider time) =>
        new ReplicateProvider(connection, new LocalRateBudgets(time), time);

    public static IGenerationProvider OpenAiVideos(OpenAiVideosConnection connection, TimeProvider time) =>
        new OpenAiVideosProvider(connection, new LocalRateBudgets(time), time);
}
