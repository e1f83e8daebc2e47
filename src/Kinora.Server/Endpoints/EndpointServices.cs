using Kinora.Core.Storage;
using Kinora.Core.Webhooks;
using Kinora.Server.Hosting;
using Kinora.Server.OpenAi;
using Kinora.Server.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Endpoints;

internal static class EndpointServices
{
    /// <summary>What the endpoints share.</summary>
    public static IServiceCollection AddKinoraEndpoints(this IServiceCollection services) => services
        .AddSingleton<Acceptance>()
        .AddSingleton<AssetSources>()
        .AddSingleton<ChildRequests>()
        .AddSingleton<GenerationAnswers>()
        .AddSingleton<GroupAnswers>()
        .AddSingleton<AccountEvents>()
        .AddSingleton<OpenStreams>()
        .AddSingleton<OpenEnhancements>()
        .AddSingleton<ModelAnswers>()
        .AddSingleton<ProviderAccountAnswers>()
        .AddSingleton<WebhookBody>()
        .AddSingleton(provider => new WebhookForm(
            provider.GetRequiredService<WebhookSecretStore>(), provider.GetRequiredService<WebhookBody>().Write, provider.GetRequiredService<TimeProvider>()).Form)
        .AddSingleton<Owner>()
        .AddSingleton<ResponseTimes>()
        .AddOpenAiVideos();
}
