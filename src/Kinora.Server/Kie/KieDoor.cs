using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Catalog;
using Kinora.Core.Health;
using Kinora.Sandbox.Catalogue;
using Kinora.Sandbox.Tasks;
using Kinora.Server.Auth;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Kie;

/// <summary>The door for programs that were written for KIE.ai: they find its API here, and the engine behind it.</summary>
internal static class KieDoor
{
    public static IServiceCollection AddKieDoor(this IServiceCollection services) => services
        .AddHttpContextAccessor()
        .AddSingleton<FileTokens>()
        .AddSingleton<FileLinks>()
        .AddSingleton<StoredFiles>()
        .AddSingleton<GivenFiles>()
        .AddSingleton<FileDesk>()
        .AddSingleton<EngineDesk>()
        .AddSingleton<EngineWords>()
        .AddSingleton<VeoVersions>()
        .AddSingleton<ServiceForm>()
        .AddSingleton(provider => new CatalogueCalls(
            provider.GetRequiredService<ModelCatalog>(), ModelCatalog.Prices, model => Rates(provider.GetRequiredService<ModelHealth>(), model)))
        .AddSingleton<KieCallbacks>()
        .AddSingleton(provider => provider.GetRequiredService<KieCallbacks>().Form)
        .AddSingleton<EngineParts>()
        .AddSingleton(provider => new EngineBackend(
            new Lazy<EngineParts>(provider.GetRequiredService<EngineParts>), provider.GetRequiredService<IHttpContextAccessor>()));

    // KIE documents these calls, and the package bounds the body of each.
    public static void MapKie(this IEndpointRouteBuilder routes)
    {
        routes.MapKieApi(routes.ServiceProvider.GetRequiredService<EngineBackend>())
            .WithMetadata(new RequestSizeLimitAttribute(long.MaxValue))
            .ExcludeFromDescription()
            .Add(endpoint =>
            {
                if (NeedOf((endpoint as RouteEndpointBuilder)?.RoutePattern.RawText) is { } need) endpoint.Metadata.Add(need);
            });
        routes.MapFileLinks();
    }

    // Paths answer every verb, so what a call needs goes by what it does: the reading ones are called by GET, and one that is makes a version of a video.
    private static KeyNeed? NeedOf(string? path) => path switch
    {
        "/api/v1/veo/get-1080p-video" => KeyNeeds.Generate,
        "/api/v1/common/download-url" => KeyNeeds.Read,
        _ => null,
    };

    // Kinora counts by the day: one point stands for all of it.
    private static IReadOnlyList<KieSuccessRatePoint>? Rates(ModelHealth health, ListedModel model)
    {
        if (!model.Variant.IsAvailable) return null;
        var reading = health.Of(model.Product);
        var rate = reading.IsTaken ? (decimal)(reading.SuccessRate ?? 1) * 100 : 0;
        return [new() { SuccessRate = rate, IsNormal = reading.Status < HealthStatus.Degraded }];
    }
}
