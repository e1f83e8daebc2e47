using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>Prices as a family file tells them.</summary>
internal sealed record PricesEntry
{
    public required List<PriceEntry> Upstream { get; set; }
    public List<PriceEntry> Retail { get; set; } = [];
}

internal sealed record PriceEntry
{
    public required Dictionary<string, JsonElement> When { get; set; }
    public required decimal Credits { get; set; }
    public required string Per { get; set; }
    public int? Every { get; set; }
    public decimal? Base { get; set; }
    public List<string> Of { get; set; } = [];
    public string? Over { get; set; }
    public ExtraEntry? Extra { get; set; }
    public bool Estimate { get; set; }
    public required string Source { get; set; }
}

internal sealed record ExtraEntry
{
    public required decimal Credits { get; set; }
    public required string Of { get; set; }
    public required int Above { get; set; }
}
