using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests.Models;

internal static class EveryModel
{
    /// <summary>Each model that makes videos here, as the API tells it, the hidden ones too.</summary>
    public static async Task<IReadOnlyList<JsonNode>> EveryModelAsync(this TestServer server, HttpClient client)
    {
        var models = new List<JsonNode>();
        foreach (var model in server.Services.GetRequiredService<ModelCatalog>().Models)
        {
            if (model.Variants.All(variant => variant.Result is null && variant.Routes.Any(route => route.Provider == "kie"))) models.Add(await client.GetJsonAsync("/api/models/" + model.Id));
        }

        models.Count.ShouldBeGreaterThan(50);
        return models;
    }
}
