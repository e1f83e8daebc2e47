using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;
using Kinora.Core.Webhooks;

namespace Kinora.Server.Wire;

/// <summary>What webhooks say.</summary>
internal sealed class WebhookBody(ModelCatalog catalog)
{
    /// <summary>Bytes of a body.</summary>
    public const int MostBytes = 20_000;

    private const int PromptKept = 1000;

    public ReadOnlyMemory<byte> Write(Delivery delivery, Generation? generation) => JsonSerializer.SerializeToUtf8Bytes(Of(delivery, generation), WireJson.Answers.WebhookEvent);

    /// <param name="generation">In the state of the event; null for a test.</param>
    public WebhookEvent Of(Delivery delivery, Generation? generation)
    {
        if (generation is null) return Event(delivery, JsonSerializer.SerializeToElement(new JsonObject { ["endpointId"] = delivery.EndpointId }, WireJson.Answers.JsonObject));
        var whole = generation.ToResponse(catalog, Languages.English);
        var shorter = whole with
        {
            Input = new() { Model = whole.Input.Model, Mode = whole.Input.Mode, Prompt = Start(whole.Input.Prompt) },
            Failure = whole.Failure is { } failure ? failure with { Message = Start(failure.Message)! } : null,
            Tags = [],
        };
        var told = Event(delivery, Element(whole));
        if (Fits(told)) return told;
        told = Event(delivery, Element(shorter)) with { Truncated = true };
        return Fits(told) ? told : told with { Data = Element(shorter with { Outputs = [], Quote = shorter.Quote with { Lines = [] } }) };
    }

    private static WebhookEvent Event(Delivery delivery, JsonElement data) => new(delivery.Type!, delivery.CreatedAt, data);

    private static JsonElement Element(GenerationResponse generation) => JsonSerializer.SerializeToElement(generation, WireJson.Answers.GenerationResponse);

    private static bool Fits(WebhookEvent told) => JsonSerializer.SerializeToUtf8Bytes(told, WireJson.Answers.WebhookEvent).Length <= MostBytes;

    // Not between the halves of a character.
    private static string? Start(string? text) =>
        text is null || text.Length <= PromptKept ? text : text[..(char.IsHighSurrogate(text[PromptKept - 1]) ? PromptKept - 1 : PromptKept)];
}
