using System.Text.Json;

namespace Kinora.Core.Catalog;

/// <summary>The shape of <c>catalog.override.json</c>: what an operator changes of the catalog.</summary>
internal sealed record OverrideFile
{
    public static readonly OverrideFile None = new();

    public decimal Markup { get; set; } = PriceTerms.Usual.Markup;
    public decimal UsdPerCredit { get; set; } = PriceTerms.Usual.UsdPerCredit;
    public Dictionary<string, OverriddenModel> Models { get; set; } = [];
    public List<JsonElement> Families { get; set; } = [];

    public OverriddenModel Of(string modelId) => Models.GetValueOrDefault(modelId) ?? OverriddenModel.None;
}

internal sealed record OverriddenModel
{
    public static readonly OverriddenModel None = new();

    /// <summary>Absent: as the catalog says; JSON null: none.</summary>
    public JsonElement Badge { get; set; }
    public decimal? Order { get; set; }
    public bool? Hidden { get; set; }
    public decimal? Markup { get; set; }
    public Dictionary<string, List<RouteEntry>> Routes { get; set; } = [];
    public Dictionary<string, OverriddenPrices> Prices { get; set; } = [];
}

internal sealed record OverriddenPrices
{
    public List<PriceEntry>? Upstream { get; set; }
    public List<PriceEntry>? Retail { get; set; }
}
