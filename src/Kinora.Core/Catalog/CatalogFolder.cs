using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>The files of a catalog, each checked against the schema.</summary>
internal sealed record CatalogFolder(
    IReadOnlyList<FamilyFile> Families, IReadOnlyList<FailureEntry> Failures, IReadOnlyDictionary<string, List<string>> Services,
    OverrideFile Changes)
{
    private const string SchemaFile = "model.schema.json", FailuresName = "failures.json";

    /// <summary>The file of services, which a catalog may lack.</summary>
    public const string ServicesName = "services.json";

    // A field that stands twice would silently win over its twin.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static CatalogFolder Read(string folder, string? overridePath, List<string> faults)
    {
        var empty = new CatalogFolder([], [], new Dictionary<string, List<string>>(), OverrideFile.None);
        if (!File.Exists(Path.Combine(folder, SchemaFile)))
        {
            faults.Add($"{SchemaFile}: $: expected this file in {folder}");
            return empty;
        }

        if (Parse(Path.Combine(folder, SchemaFile), faults) is not { } root || SchemaOf(root, faults) is not { } schema) return empty;
        var families = new List<FamilyFile>();
        var failures = new List<FailureEntry>();
        var services = new Dictionary<string, List<string>>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var file = Path.GetFileName(path);
            if (file is SchemaFile) continue;
            if (file is FailuresName)
            {
                if (Checked(path, schema, "failures", faults) is { } table) failures.AddRange(table.Deserialize(CatalogJson.Default.FailuresFile)!.Failures);
            }
            else if (file is ServicesName)
            {
                if (Checked(path, schema, "services", faults) is { } table) services = table.Deserialize(CatalogJson.Default.ServicesFile)!.Services;
            }
            else if (Checked(path, schema, null, faults) is { } json)
            {
                families.Add(new(file, json.Deserialize(CatalogJson.Default.CatalogFile)!) { NamesItself = false });
            }
        }

        if (families.Count == 0 && faults.Count == 0) faults.Add($"{folder}: $: expected at least one family file");
        var changes = File.Exists(overridePath) && Checked(overridePath, schema, "override", faults) is { } changed
            ? changed.Deserialize(CatalogJson.Default.OverrideFile)!
            : OverrideFile.None;
        families.AddRange(Own(changes, Path.GetFileName(overridePath) ?? "", schema, faults));
        return new([.. families.OrderBy(one => one.Family.Order)], failures, services, changes);
    }

    private static IEnumerable<FamilyFile> Own(OverrideFile changes, string file, JsonSchema schema, List<string> faults)
    {
        foreach (var (index, family) in changes.Families.Index())
        {
            var before = faults.Count;
            schema.Check(family, (at, expected) => faults.Add($"{file}: $.families[{index}]{at[1..]}: {expected}"), null);
            if (faults.Count == before) yield return new($"{file}, $.families[{index}]", family.Deserialize(CatalogJson.Default.CatalogFile)!) { NamesItself = true };
        }
    }

    private static JsonElement? Checked(string path, JsonSchema schema, string? definition, List<string> faults)
    {
        if (Parse(path, faults) is not { } json) return null;
        var (before, file) = (faults.Count, Path.GetFileName(path));
        schema.Check(json, (at, expected) => faults.Add($"{file}: {at}: {expected}"), definition);
        return faults.Count == before ? json : null;
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
            // Not disposed: the entries hold on to its elements for as long as the catalog lives.
            return JsonDocument.Parse(File.ReadAllBytes(path), Strict).RootElement;
        }
        catch (JsonException exception)
        {
            faults.Add($"{Path.GetFileName(path)}: $: expected well-formed JSON: {exception.Message}");
            return null;
        }
    }
}

/// <param name="File">Where it stands, for messages.</param>
internal sealed record FamilyFile(string File, CatalogFile Family)
{
    /// <summary>Whether its name is its own, and not that of a file.</summary>
    public required bool NamesItself { get; init; }
}
