using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Bench;

/// <summary>Checking, mapping and pricing one request form, beside reading the same form from JSON. Promised: a quote in under 20 µs.</summary>
[MemoryDiagnoser]
public class QuoteBench
{
    private readonly ModelCatalog _catalog = ModelCatalog.Load(Path.Combine(AppContext.BaseDirectory, "catalog"), live: false);
    private GenerationInput _form = new() { Model = "" };
    private byte[] _json = [];

    /// <summary>From the plainest form to one with references and clauses.</summary>
    [Params("veo-3.1-fast", "kling-2.6", "wan-2.6", "seedance-2", "kling-3.0-omni")]
    public string Model { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _form = new() { Model = Model, Prompt = "A red fox runs through fresh snow at dawn, low sun behind the trees.", References = Model is "seedance-2" ? ["asset_a", "asset_b"] : [] };
        _json = JsonSerializer.SerializeToUtf8Bytes(_form);
        if (_catalog.Plan(_form).Plan is null) throw new InvalidOperationException(_catalog.Plan(_form).Faults[0].Message);
    }

    [Benchmark(Baseline = true)]
    public GenerationInput? ReadForm() => JsonSerializer.Deserialize<GenerationInput>(_json);

    [Benchmark]
    public PlanResult Quote() => _catalog.Plan(_form);
}
