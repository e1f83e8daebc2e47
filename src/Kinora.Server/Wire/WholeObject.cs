using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Kinora.Server.Wire;

/// <summary>
/// Reads an object of any fields at once. The framework's own reader leaves that for later,
/// and a field that is given twice, or text that is no Unicode, would surprise whoever uses the object.
/// </summary>
internal sealed class WholeObject : JsonConverter<JsonObject>
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public override JsonObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var read = JsonDocument.ParseValue(ref reader);
        var whole = JsonNode.Parse(read.RootElement.GetRawText(), documentOptions: Strict) as JsonObject ?? throw new JsonException();
        try
        {
            _ = whole.ToJsonString();
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            throw new JsonException("A text is no Unicode.", e);
        }

        return whole;
    }

    public override void Write(Utf8JsonWriter writer, JsonObject value, JsonSerializerOptions options) => value.WriteTo(writer, options);
}
