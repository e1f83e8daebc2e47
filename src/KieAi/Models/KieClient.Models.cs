namespace KieAi;

/// <content>KIE's catalogue. Its calls are not in KIE's documentation, and answer 429 after a few quick ones.</content>
public sealed partial class KieClient
{
    /// <summary>The models that KIE offers.</summary>
    /// <param name="query">Null for all.</param>
    public Task<KieModelList> ListModelsAsync(KieModelQuery? query = null, CancellationToken cancellationToken = default)
    {
        (string Name, string? Value)[] filters = [("taskType", query?.TaskType), ("provider", query?.Provider), ("q", query?.Text)];
        var text = string.Join('&', filters.Where(f => f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}"));
        return _caller.CallAsync(
            Api("models.list", KieCallKind.Other, "/api/v1/models" + (text.Length > 0 ? "?" + text : "")), null,
            answer => Read(answer, KieJsonContext.Default.KieModelList), cancellationToken);
    }

    /// <summary>How a model's create call looks; code 404 for an unknown model.</summary>
    public Task<KieModelSchema> GetModelSchemaAsync(string model, CancellationToken cancellationToken = default) => _caller.CallAsync(
        OfModel(model, "schema"), null, answer => Read(answer, KieJsonContext.Default.KieModelSchema), cancellationToken);

    /// <summary>What a model costs, in words; code 404 for an unknown model.</summary>
    public Task<KieModelPrice> GetModelPriceAsync(string model, CancellationToken cancellationToken = default) => _caller.CallAsync(
        OfModel(model, "price"), null, answer => Read(answer, KieJsonContext.Default.KieModelPrice), cancellationToken);

    /// <summary>How often a model succeeded in the last 24 hours; code 404 for an unknown model.</summary>
    public Task<KieModelSuccessRate> GetModelSuccessRateAsync(string model, CancellationToken cancellationToken = default) => _caller.CallAsync(
        OfModel(model, "success-rate"), null, answer => Read(answer, KieJsonContext.Default.KieModelSuccessRate), cancellationToken);

    /// <summary>A page of the price table of KIE's site.</summary>
    public Task<KiePricePage> ListPricesAsync(KiePriceQuery query, CancellationToken cancellationToken = default) => PostAsync(
        Api("models.prices", KieCallKind.Other, "/client/v1/model-pricing/page"), query, KieRequestJsonContext.Default.KiePriceQuery,
        answer => Read(answer, KieJsonContext.Default.KiePricePage), cancellationToken);

    /// <summary>The ids of all models that KIE's site knows.</summary>
    public Task<IReadOnlyList<string>> ListModelPathsAsync(CancellationToken cancellationToken = default) => _caller.CallAsync(
        Api("models.paths", KieCallKind.Other, "/api/v1/playground/model-paths"), null,
        answer => Read(answer, KieJsonContext.Default.IReadOnlyListString), cancellationToken);

    // The slashes of an id stay as they are: KIE does not take them escaped.
    private KieCall OfModel(string model, string what)
    {
        ArgumentException.ThrowIfNullOrEmpty(model);
        var parts = model.Split('/');
        if (parts.Any(part => part is "" or "." or "..")) throw new ArgumentException("This is no id of a model.", nameof(model));
        return Api("models." + what, KieCallKind.Other, $"/api/v1/models/{string.Join('/', parts.Select(Uri.EscapeDataString))}/{what}");
    }
}
