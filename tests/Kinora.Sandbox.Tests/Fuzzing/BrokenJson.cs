using System.Text;
using System.Text.Json.Nodes;

namespace Kinora.Sandbox.Tests.Fuzzing;

/// <summary>Spoils the fields of a JSON body; what comes out is still JSON, mostly.</summary>
internal static class BrokenJson
{
    private static readonly string[] Names =
    [
        "model", "input", "prompt", "taskId", "task_id", "duration", "seed", "seeds", "callBackUrl", "imageUrls", "image_urls", "aspectRatio", "aspect_ratio", "watermark",
        "waterMark", "index", "videoUrl", "base64Data", "uploadPath", "fileName", "fileUrl", "", "a.b", "__proto__", "$.x", "\u0000",
    ];

    public static byte[] Spoil(byte[] body, Random random)
    {
        if (JsonNode.Parse(body) is not JsonObject root) return body;
        for (var faults = random.Next(1, 4); faults > 0; faults--) SpoilOne(root, random);
        var text = root.ToJsonString();
        return Encoding.UTF8.GetBytes(random.Next(12) == 0 ? Repeated(text, root, random) : text);
    }

    private static void SpoilOne(JsonObject root, Random random)
    {
        var place = Objects(root).ElementAt(random.Next(Objects(root).Count()));
        var names = place.Select(field => field.Key).ToList();
        var name = names.Count > 0 ? names[random.Next(names.Count)] : "x";
        switch (random.Next(8))
        {
            case 0:
                place.Remove(name);
                break;
            case 1:
                place[Names[random.Next(Names.Length)]] = StrangeValues.Value(random);
                break;
            case 2:
                place.Remove(name, out var moved);
                place[random.Next(2) == 0 ? name.ToUpperInvariant() : name + " "] = moved;
                break;
            case 3:
                place.Remove(name, out var wrapped);
                place[name] = random.Next(2) == 0 ? new JsonArray(wrapped) : new JsonObject { [name] = wrapped };
                break;
            default:
                place[name] = StrangeValues.Value(random);
                break;
        }
    }

    private static string Repeated(string text, JsonObject root, Random random)
    {
        if (root.Count == 0) return text;
        var (name, value) = root.ElementAt(random.Next(root.Count));
        return $"{{{JsonValue.Create(name).ToJsonString()}:{value?.ToJsonString() ?? "null"},{text[1..]}";
    }

    private static IEnumerable<JsonObject> Objects(JsonObject root) =>
        [root, .. root.Select(field => field.Value).OfType<JsonObject>().SelectMany(Objects)];
}
