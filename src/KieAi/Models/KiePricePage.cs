using System.Text.Json;
using System.Text.Json.Serialization;

namespace KieAi;

/// <summary>Body of <c>POST /client/v1/model-pricing/page</c>.</summary>
public sealed record KiePriceQuery
{
    /// <summary>Counted from 1.</summary>
    [JsonPropertyName("pageNum")] public int? PageNum { get; init; }

    /// <summary>At most 100.</summary>
    [JsonPropertyName("pageSize")] public int? PageSize { get; init; }
}

/// <summary>A page of the price table of KIE's site. Its fields are not documented; those named here were seen.</summary>
public sealed record KiePricePage
{
    [JsonPropertyName("total")] public int? Total { get; init; }
    [JsonPropertyName("records")] public IReadOnlyList<KiePrice> Records { get; init => field = value ?? []; } = [];

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}

/// <summary>A row of the price table.</summary>
public sealed record KiePrice
{
    /// <summary>Model and setting in words.</summary>
    [JsonPropertyName("modelDescription")] public string? ModelDescription { get; init; }
    [JsonPropertyName("provider")] public string? Provider { get; init; }
    [JsonPropertyName("creditPrice")] public decimal? CreditPrice { get; init; }

    /// <summary>Such as <c>per second</c>.</summary>
    [JsonPropertyName("creditUnit")] public string? CreditUnit { get; init; }

    /// <summary>Fields of the answer that this version does not name.</summary>
    [JsonExtensionData] public IDictionary<string, JsonElement>? Unknown { get; set; }
}
