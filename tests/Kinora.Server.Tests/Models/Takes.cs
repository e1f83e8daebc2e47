using System.Text.Json.Nodes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests.Models;

/// <summary>Finished generations of the owner, to be continued and enlarged.</summary>
internal static class Takes
{
    /// <summary>One of every variant and resolution that some model continues, as the API tells them.</summary>
    public static async Task<IReadOnlyList<JsonNode>> AddTakesAsync(this TestServer server, HttpClient client)
    {
        var takes = new List<JsonNode>();
        var catalog = server.Services.GetRequiredService<ModelCatalog>();
        var from = catalog.Models.SelectMany(model => model.Variants).SelectMany(variant => variant.Modes).SelectMany(mode => mode.Controls)
            .SelectMany(control => control.From ?? []).Distinct();
        foreach (var variant in from.Select(id => catalog.FindVariant(id)!))
        {
            var sizes = variant.Modes.SelectMany(mode => mode.Controls).Where(control => control.Role == "resolution").SelectMany(control => control.Choices!)
                .Select(choice => choice.GetValue<string>()).Distinct().DefaultIfEmpty(null);
            foreach (var size in sizes)
            {
                var take = Finished(catalog.Find(variant.Id)!, variant, size);
                await server.Services.GetRequiredService<GenerationStore>().CommitAsync([take], TestContext.Current.CancellationToken);
                takes.Add(await client.GetJsonAsync("/api/generations/" + take.Generation.Id));
            }
        }

        return takes;
    }

    private static GenerationChange Finished(ModelDefinition model, ModelVariant variant, string? resolution)
    {
        var now = DateTimeOffset.UnixEpoch;
        return new()
        {
            History = new(now, null, GenerationStatus.Succeeded, "collected"),
            Generation = new()
            {
                Id = $"gen_{Guid.CreateVersion7():N}", AccountId = "owner", Status = GenerationStatus.Succeeded, ModelId = model.Id, ModelName = model.Name,
                VariantId = variant.Id, Mode = variant.Modes[0].Mode, Input = new() { Model = model.Id, Prompt = "A fox", Resolution = resolution }, WireInput = [],
                Provider = variant.Routes[0].Provider, Endpoint = variant.Routes[0].Endpoint, WireModel = variant.Routes[0].WireId,
                Quote = new(1, 0.005m, true, [], 1), Patience = model.Patience, TypicalSeconds = model.TypicalSeconds, CreatedAt = now, UpdatedAt = now, CompletedAt = now,
            },
        };
    }
}
