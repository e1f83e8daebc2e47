using System.Text.Json.Nodes;
using Kinora.Core.Catalog;

namespace Kinora.Core.Tests.Catalog;

/// <summary>A folder with the shipped schema and one small family that a test may bend.</summary>
internal sealed class MadeUpFamily : IDisposable
{
    private const string Text = """
        {
          "family": "toy",
          "order": 1,
          "sources": { "here": { "title": "A test", "date": "2026-11-21" } },
          "models": [{
            "id": "toy", "name": "Toy", "vendor": "Nobody", "summary": { "en": "A toy.", "ru": "Игрушка." },
            "bestFor": { "en": "tests", "ru": "проверок" }, "gradient": ["#000000", "#111111", "#222222"], "categories": ["fast"],
            "aliases": ["toy-one"], "typicalSeconds": 10, "sound": "never", "defaults": { "resolution": "720p", "duration": 10 }, "source": "here",
            "variants": [{
              "id": "toy/v1", "source": "here",
              "modes": [
                { "mode": "text-to-video", "set": { "kind": "text" } },
                { "mode": "image-to-video", "set": { "kind": "image" }, "media": [{ "role": "firstFrame", "into": "image", "required": true }] }
              ],
              "parameters": [
                { "name": "prompt", "type": "string", "role": "prompt", "required": true, "maxLength": 20, "description": "Words." },
                { "name": "image", "type": "string", "description": "A picture." },
                { "name": "kind", "type": "string", "enum": ["text", "image"], "description": "What it makes." },
                { "name": "len", "type": "string", "role": "duration", "enum": ["5", "10"], "description": "Seconds." },
                { "name": "size", "type": "string", "role": "resolution", "enum": ["sd", "hd"], "values": { "720p": "sd", "1080p": "hd" }, "description": "Size." },
                { "name": "style", "type": "string", "role": "style", "description": "Style." },
                { "name": "strength", "type": "number", "min": 0, "max": 1, "description": "Strength." }
              ],
              "rules": [
                { "when": { "resolution": "1080p" }, "setting": "duration", "allowed": [5], "reason": "1080p makes 5 s only", "source": "here" },
                { "when": { "duration": 10 }, "setting": "style", "required": true, "reason": "long ones wander", "source": "here" }
              ],
              "prices": { "upstream": [{ "when": {}, "credits": 0.5, "per": "second", "source": "here" }] },
              "routes": [{ "provider": "kie", "endpoint": "jobs", "wireId": "toy/v1" }]
            }]
          }]
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("kinora-catalog-");

    public JsonNode Root { get; } = Json();
    public JsonNode Model => Root["models"]![0]!;
    public JsonNode Variant => Model["variants"]![0]!;

    public ModelCatalog Load()
    {
        Write("toy.json", Root.ToJsonString());
        File.Copy(Path.Combine(Shipped.Folder, "model.schema.json"), Path.Combine(_folder.FullName, "model.schema.json"), overwrite: true);
        return LoadAsIs();
    }

    public ModelCatalog LoadAsIs() => ModelCatalog.Load(_folder.FullName, live: false);

    public IReadOnlyList<string> Faults() => Should.Throw<CatalogException>(Load).Faults;

    /// <summary>The family alone.</summary>
    public static JsonNode Json() => JsonNode.Parse(Text)!;

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    public void Dispose() => _folder.Delete(recursive: true);
}
