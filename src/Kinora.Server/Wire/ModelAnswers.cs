using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Kinora.Core.Catalog;

namespace Kinora.Server.Wire;

/// <summary>What is told of models, each made once: the catalog does not change while the server runs.</summary>
internal sealed class ModelAnswers(ModelCatalog catalog)
{
    private readonly Dictionary<(string Id, string Language), TaggedJson> _models = catalog.Models
        .SelectMany(model => Languages.All, (model, language) => (model, language))
        .ToDictionary(
            one => (one.model.Id, one.language),
            one => TaggedJson.Of(JsonSerializer.SerializeToUtf8Bytes(one.model.ToResponse(one.language), WireJson.Answers.ModelResponse)));

    private readonly ConcurrentDictionary<string, TaggedJson> _schemas = [];

    public TaggedJson One(ModelDefinition model, string language) => _models[(model.Id, language)];

    /// <summary>A <c>ModelPage</c> of these.</summary>
    public TaggedJson List(IEnumerable<ModelDefinition> models, string language)
    {
        var items = models.Select(model => One(model, language)).ToArray();
        using var json = new MemoryStream();
        json.Write("{\"items\":["u8);
        foreach (var (index, item) in items.Index())
        {
            if (index > 0) json.WriteByte((byte)',');
            json.Write(item.Json);
        }

        json.Write("]}"u8);
        return TaggedJson.Of(json.ToArray());
    }

    /// <param name="pinned">The variant that the request named; null for the product.</param>
    public TaggedJson Schema(ModelDefinition model, ModelVariant? pinned) => _schemas.GetOrAdd(
        pinned?.Id ?? model.Id, static (_, one) => TaggedJson.Of(JsonSerializer.SerializeToUtf8Bytes(RequestSchema.Of(one.model, one.pinned), WireJson.Answers.JsonObject)),
        (model, pinned));
}

/// <summary>A body and the tag by which a caller knows whether it changed.</summary>
internal sealed record TaggedJson(byte[] Json, string Tag)
{
    public static TaggedJson Of(byte[] json) => new(json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 16))}\"");
}
