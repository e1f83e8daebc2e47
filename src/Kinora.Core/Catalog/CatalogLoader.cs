namespace Kinora.Core.Catalog;

/// <summary>Reads a folder of family files, checks them against the schema and each other, and makes the models ready.</summary>
internal static class CatalogLoader
{
    /// <exception cref="CatalogException">With every fault of every file.</exception>
    public static LoadedCatalog Load(string folder, bool live, string? overridePath)
    {
        var faults = new List<string>();
        var files = CatalogFolder.Read(folder, overridePath, faults);
        var families = files.Families;
        var overrideFile = Path.GetFileName(overridePath) ?? "";
        var overriding = new Overriding(files.Changes, (at, expected) => faults.Add($"{overrideFile}: {at}: {expected}"));
        var (builder, names, models) = (new ModelBuilder(live, files.Changes), new NameCheck(), new List<ModelDefinition>());
        foreach (var one in families)
        {
            var (file, family) = one;
            void Fault(string path, string expected) => faults.Add($"{file}: {path}: {expected}");
            if (!one.NamesItself && file != family.Family + ".json")
                Fault("$.family", $"expected {Path.GetFileNameWithoutExtension(file)}, as the file is called");
            foreach (var (index, retired) in family.Retired.Index()) names.Check(retired, $"$.retired[{index}]", family.Sources.ContainsKey, Fault);
            foreach (var (index, failure) in family.Failures.Index())
                if (!family.Sources.ContainsKey(failure.Source)) Fault($"$.failures[{index}].source", $"expected a key of sources, found {failure.Source}");
            foreach (var (index, entry) in family.Models.Index())
            {
                var (before, path) = (faults.Count, $"$.models[{index}]");
                overriding.ApplyRoutes(entry);
                names.Check(entry, path, Fault);
                ModelCheck.Check(entry, family.Sources.ContainsKey, path, Fault);
                overriding.ApplyPrices(entry);
                if (faults.Count > before) continue;
                var model = builder.Build(family, entry);
                ShapeCheck.Check(model, entry, path, (at, expected) =>
                {
                    if (at.Contains(".prices") && overriding.PricesOf(entry) is { } changed) faults.Add($"{overrideFile}: {changed}: {expected}");
                    else Fault(at, expected);
                });
                if (faults.Count == before) models.Add(ModelBuilder.Finish(model));
            }
        }

        overriding.CheckNames(families.SelectMany(one => one.Family.Models));
        NameCheck.CheckReferences(families, (file, fault) => faults.Add($"{file}: {fault}"));
        NameCheck.CheckServices(families, files.Services, fault => faults.Add($"{CatalogFolder.ServicesName}: {fault}"));
        if (faults.Count > 0) throw new CatalogException(faults);
        return new(
            [.. models.OrderBy(model => model.Order)], [.. families.SelectMany(one => one.Family.Retired)],
            new FailureTable([.. families.Select(one => one.Family)], files.Failures), files.Services);
    }
}

/// <summary>What a folder of files comes to.</summary>
internal sealed record LoadedCatalog(
    IReadOnlyList<ModelDefinition> Models, IReadOnlyList<RetiredEntry> Retired, FailureTable Failures, IReadOnlyDictionary<string, List<string>> Services);
