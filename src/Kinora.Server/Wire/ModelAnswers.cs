using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Kinora.Core.Catalog;
using Kinora.Core.Health;

namespace Kinora.Server.Wire;

/// <summary>What is told of models, each made once and again when its health has changed: the catalog does not change while the server runs.</summary>
internal sealed class ModelAnswers(ModelHealth health)
{
    private readonly ConcurrentDictionary<(string Id, string Language), Told> _models = [];
    private readonly ConcurrentDictionary<string, TaggedJson> _schemas = [];

    public TaggedJson One(ModelDefinition model, string language) => One(model, health.Of(model), language);

    /// <summary>A <c>ModelPage</c> of these.</summary>
    /// <param name="works">Only those that are taken, or only those that are not; null for all.</param>
    public TaggedJson List(IEnumerable<ModelDefinition> models, bool? works, string language)
    {
        var items = models.Select(model => (Model: model, Health: health.Of(model))).Where(one => works is null || one.Health.IsTaken == works)
            .Select(one => One(one.Model, one.Health, language)).ToArray();
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

    private TaggedJson One(ModelDefinition model, HealthReading now, string language)
    {
        if (_models.TryGetValue((model.Id, language), out var told) && told.Health == now) return told.Answer;
        var answer = TaggedJson.Of(JsonSerializer.SerializeToUtf8Bytes(model.ToResponse(now, language), WireJson.Answers.ModelResponse));
        _models[(model.Id, language)] = new(now, answer);
        return answer;
    }

    private sealed record Told(HealthReading Health, TaggedJson Answer);
}

/// <summary>A body and the tag by which a caller knows whether it changed.</summary>
internal sealed record TaggedJson(byte[] Json, string Tag)
{
    public static TaggedJson Of(byte[] json) => new(json, $"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, 16))}\"");
}
