using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Kinora.Core.Catalog;

namespace Kinora.Bench;

/// <summary>Loading and checking the whole catalog, beside only parsing its files. Promised: under 50 ms.</summary>
[MemoryDiagnoser]
public class CatalogLoadBench
{
    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "catalog");

    [Benchmark(Baseline = true)]
    public int ParseFiles()
    {
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(_folder, "*.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            count += document.RootElement.EnumerateObject().Count();
        }

        return count;
    }

    [Benchmark]
    public ModelCatalog Load() => ModelCatalog.Load(_folder, live: false);
}
