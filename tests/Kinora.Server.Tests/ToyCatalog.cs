namespace Kinora.Server.Tests;

/// <summary>A catalog of two small models, which a test may have beside or instead of the shipped ones.</summary>
internal static class ToyCatalog
{
    private static string Family => $$"""
        {
          "family": "toy", "order": 1, "sources": { "here": { "title": "A test", "date": "2026-11-21" } },
          "models": [{{Model("toy")}}, {{Model("toy-two")}}]
        }
        """;

    /// <summary>Writes it into a folder and answers with the folder's path.</summary>
    public static string WriteTo(string folder)
    {
        Directory.CreateDirectory(folder);
        File.Copy(Repository.Path("catalog", "model.schema.json"), Path.Combine(folder, "model.schema.json"));
        File.WriteAllText(Path.Combine(folder, "toy.json"), Family);
        return folder;
    }

    private static string Model(string id) => $$"""
        {
          "id": "{{id}}", "name": "Toy", "vendor": "Nobody", "summary": { "en": "A toy.", "ru": "Игрушка." }, "bestFor": { "en": "play", "ru": "игра" },
          "gradient": ["#000000", "#111111", "#222222"], "categories": ["fast"], "aliases": [], "typicalSeconds": 10, "sound": "never", "defaults": {}, "source": "here",
          "variants": [{
            "id": "{{id}}/v1", "source": "here", "modes": [{ "mode": "text-to-video" }],
            "parameters": [{ "name": "prompt", "type": "string", "role": "prompt", "required": true, "description": "Words." }],
            "warnings": [{ "setting": "prompt", "letters": "latin", "text": { "en": "Not $letters, please.", "ru": "Только не $letters." }, "source": "here" }],
            "prices": { "upstream": [{ "when": {}, "credits": 4, "per": "video", "source": "here" }] },
            "routes": [{ "provider": "kie", "endpoint": "jobs", "wireId": "{{id}}/v1" }]
          }]
        }
        """;
}
