using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Kinora.Server.OpenApi;

/// <summary>
/// The examples of bodies, kept in <c>examples.json</c>: by the schema's name, or by <c>operationId.request</c> and
/// <c>operationId.response</c> where one operation's is another; problems by their code. A text <c>@name</c> stands for that example.
/// </summary>
internal static class Examples
{
    private static readonly JsonObject Kept = Read();

    public static void AddExamples(this OpenApiDocument document)
    {
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations ?? []).Select(operation => operation.Value))
        {
            Add(document, operation.RequestBody?.Content, operation.OperationId + ".request");
            foreach (var (status, answer) in operation.Responses!)
                if (status[0] == '2') Add(document, answer.Content, operation.OperationId + ".response");
        }
    }

    /// <summary>The named examples as those of one body.</summary>
    public static void Add(OpenApiDocument document, OpenApiMediaType body, params IEnumerable<string> names)
    {
        var components = document.Components ??= new();
        components.Examples ??= new Dictionary<string, IOpenApiExample>();
        body.Examples = new Dictionary<string, IOpenApiExample>();
        foreach (var name in names)
        {
            components.Examples[name] = new OpenApiExample { Value = Of(name) };
            body.Examples[name] = new OpenApiExampleReference(name, document);
        }
    }

    private static void Add(OpenApiDocument document, IDictionary<string, OpenApiMediaType>? contents, string own)
    {
        if (contents is null || !contents.TryGetValue("application/json", out var body)) return;
        var schema = (body.Schema as OpenApiSchemaReference)?.Reference.Id ?? "";
        if (Kept.ContainsKey(own)) Add(document, body, own);
        else if (Kept.ContainsKey(schema)) Add(document, body, schema);
    }

    private static JsonNode Of(string name) => Expanded(Kept[name]!.DeepClone());

    private static JsonNode Expanded(JsonNode node)
    {
        if (node is JsonValue value && value.TryGetValue(out string? text) && text.StartsWith('@')) return Of(text[1..]);
        if (node is JsonObject fields)
            foreach (var (name, field) in fields.ToArray())
                if (field is not null) fields[name] = Expanded(field.DeepClone());
        if (node is JsonArray items)
            for (var i = 0; i < items.Count; i++)
                if (items[i] is { } item) items[i] = Expanded(item.DeepClone());
        return node;
    }

    private static JsonObject Read()
    {
        using var kept = typeof(Examples).Assembly.GetManifestResourceStream("examples.json")!;
        return JsonNode.Parse(kept)!.AsObject();
    }
}
