using KieAi;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Core.Providers.Kie;

/// <summary>Registers KIE.ai as the provider.</summary>
internal static class KieServices
{
    /// <summary>Longer than KIE ever took to accept a task, shorter than <see cref="Generations.Schedule.AnswerWait"/>.</summary>
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(60);

    public static IServiceCollection AddKieProvider(this IServiceCollection services, KieConnection connection)
    {
        services.AddKieAi(options =>
        {
            options.BaseUrl = connection.BaseUrl;
            options.UploadBaseUrl = connection.UploadBaseUrl;
            options.ApiKey = connection.ApiKey;
            options.CallTimeout = CallTimeout;
            options.Submissions = null;
            options.Reads = null;
        }).RemoveAllLoggers();
        return services.AddSingleton<IGenerationProvider>(provider => new KieProvider(
            provider.GetRequiredService<KieClient>(), connection, provider.GetRequiredService<IRateBudgets>(), provider.GetRequiredService<TimeProvider>()));
    }
}
