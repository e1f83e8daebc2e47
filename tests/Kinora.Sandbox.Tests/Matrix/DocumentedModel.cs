using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests.Matrix;

/// <summary>A model as the provider documents it: <c>video-models.facts.json</c>, which was taken from its documentation and never from the catalog.</summary>
internal sealed class DocumentedModel(JsonObject facts)
{
    public static IReadOnlyList<DocumentedModel> All { get; } = Read();

    public string Id { get; } = facts["id"]!.GetValue<string>();

    /// <summary>Which of the provider's APIs.</summary>
    public string Endpoint { get; } = facts["endpoint"]!.GetValue<string>();

    public IReadOnlyList<string> Modes { get; } = [.. facts["modes"]!.AsArray().Select(mode => mode!.GetValue<string>())];

    /// <summary>What the documentation says of its sound.</summary>
    public string Audio { get; } = facts["audio"]!.GetValue<string>();

    public IReadOnlyDictionary<string, JsonObject> Parameters { get; } =
        facts["parameters"]!.AsArray().ToDictionary(one => one!["name"]!.GetValue<string>(), one => one!.AsObject());

    public string Family => Id.Split('/')[0];

    public bool IsRequired(string name) => Parameters[name]["required"]?.GetValue<bool>() is true;

    public bool IsList(string name) => Parameters[name]["type"]!.GetValue<string>() == "array";

    public override string ToString() => $"{Endpoint} {Id}";

    private static List<DocumentedModel> Read()
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "facts", "video-models.facts.json")))!;
        return
        [
            .. root["entries"]!.AsArray().Select(one => one!.AsObject()).Where(one => one["status"]!.GetValue<string>() == "documented")
                .Select(one => new DocumentedModel(one)),
        ];
    }
}
