using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>Reads a folder of family files, checks them against the schema and each other, and makes the models ready.</summary>
internal static class CatalogLoader
{
    private const string SchemaFile = "model.schema.json";

    // A field that stands twice would silently win over its twin.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="CatalogException">With every fault of every file.</exception>
    public static IReadOnlyList<ModelDefinition> Load(string folder, bool live)
    {
        var faults = new List<string>();
        var files = Read(folder, faults);
        var names = new NameCheck();
        var models = new List<ModelDefinition>();
        foreach (var (file, family) in files)
        {
            void Fault(string path, string expected) => faults.Add($"{file}: {path}: {expected}");
            if (file != family.Family + ".json")
                Fault("$.family", $"expected {Path.GetFileNameWithoutExtension(file)}, as the file is called");
            foreach (var (index, entry) in family.Models.Index())
            {
                var (before, path) = (faults.Count, $"$.models[{index}]");
                names.Check(entry, path, Fault);
                ModelCheck.Check(entry, family.Sources.ContainsKey, path, Fault);
                if (faults.Count > before) continue;
                var model = ModelBuilder.Build(family.Family, entry, live);
                ShapeCheck.Check(model, entry, path, Fault);
                if (faults.Count == before) models.Add(ModelBuilder.Finish(model));
            }
        }

        if (faults.Count > 0) throw new CatalogException(faults);
        return models;
    }

    private static (string File, CatalogFile Family)[] Read(string folder, List<string> faults)
    {
        if (!File.Exists(Path.Combine(folder, SchemaFile)))
        {
            faults.Add($"{SchemaFile}: $: expected this file in {folder}");
            return [];
        }

        if (Parse(Path.Combine(folder, SchemaFile), faults) is not { } root || SchemaOf(root, faults) is not { } schema) return [];
        var files = new List<(string File, CatalogFile Family)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (file is SchemaFile || Parse(path, faults) is not { } json) continue;
            var before = faults.Count;
            schema.Check(json, (at, expected) => faults.Add($"{file}: {at}: {expected}"));
            if (faults.Count == before) files.Add((file, json.Deserialize(CatalogJson.Default.CatalogFile)!));
        }

        if (files.Count == 0 && faults.Count == 0) faults.Add($"{folder}: $: expected at least one family file");
        return [.. files.OrderBy(one => one.Family.Order)];
    }

    private static JsonSchema? SchemaOf(JsonElement root, List<string> faults)
    {
        try
        {
            return new(root);
        }
        catch (JsonException exception)
        {
            faults.Add($"{SchemaFile}: $: {exception.Message}");
            return null;
        }
    }

    private static JsonElement? Parse(string path, List<string> faults)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            faults.Add($"{Path.GetFileName(path)}: $: expected well-formed JSON: {exception.Message}");
            return null;
        }
    }
}
