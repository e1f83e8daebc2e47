using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.OpenAi;

/// <summary>OpenAI's videos API over the engine (openapi.yaml of 2026-08-21). The id of a video is that of the generation.</summary>
/// <remarks>Left out of the API's own description: OpenAI publishes one, and the clients that come here were made from it.</remarks>
internal static class OpenAiRoutes
{
    public const string Prefix = "/v1";

    // As much as the largest picture needs, with its form around it or as base64. Larger files are uploaded before and named by id.
    private const long MaxBody = 70 * 1024 * 1024;

    public static IServiceCollection AddOpenAiVideos(this IServiceCollection services) => services
        .AddSingleton<VideoBody>()
        .AddSingleton<VideoCreation>()
        .AddSingleton<VideoAnswers>();

    public static void MapOpenAiVideos(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup(Prefix).RequireAuthorization().ExcludeFromDescription();
        group.MapPost("/videos", VideoEndpoints.CreateAsync).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        group.MapGet("/videos", VideoEndpoints.ListAsync);
        group.MapGet("/videos/{id}", VideoEndpoints.GetAsync);
        group.MapDelete("/videos/{id}", VideoEndpoints.DeleteAsync);
        group.MapMethods("/videos/{id}/content", ["GET", "HEAD"], VideoEndpoints.ContentAsync);
        group.MapPost("/videos/{id}/remix", VideoEndpoints.RemixAsync);
        group.MapGet("/models", ModelListing.List);
        // Ids of KIE.ai have slashes, which not every client encodes.
        group.MapGet("/models/{**id}", ModelListing.One);
    }
}
