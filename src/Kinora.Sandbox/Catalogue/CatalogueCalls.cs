using System.Text.Json;
using System.Text.Json.Nodes;
using KieAi;
using KieAi.AspNetCore;
using Kinora.Core.Catalog;

namespace Kinora.Sandbox.Catalogue;

/// <summary>Answers the calls about models from the catalog: what can be created through the jobs API.</summary>
internal sealed class CatalogueCalls
{
    private const int LargestPage = 100;

    private readonly List<ListedModel> _models;
    private readonly Dictionary<string, ListedModel> _byId;
    private readonly KiePrice[] _prices;
    private readonly Func<ListedModel, IReadOnlyList<KieSuccessRatePoint>?> _rates;

    /// <param name="prices">What a model costs those who call.</param>
    /// <param name="rates">How a model did in the last 24 hours; null for one that is not published.</param>
    public CatalogueCalls(
        ModelCatalog catalog, Func<ModelVariant, IReadOnlyList<ListedPrice>> prices, Func<ListedModel, IReadOnlyList<KieSuccessRatePoint>?> rates)
    {
        _models = [.. catalog.Models.SelectMany(model => ListedModel.Of(model, prices))];
        _byId = _models.ToDictionary(model => model.Id);
        _prices = [.. _models.SelectMany(model => model.Prices)];
        _rates = rates;
    }

    public KieReply<KieModelList> List(KieModelQuery query)
    {
        KieModel[] found = [.. _models.Where(model => model.Fits(query)).Select(model => model.Told)];
        return KieReply.Success(new KieModelList { Total = found.Length, Models = found });
    }

    public KieReply<KieModelSchema> Schema(string model) => Find(model, one => new KieModelSchema { Model = one.Id, OpenApi = OpenApi(one) });

    public KieReply<KieModelPrice> Price(string model) => Find(model, one => new KieModelPrice { Model = one.Id, PricingDesc = one.Told.PricingDesc });

    public KieReply<KieModelSuccessRate> SuccessRate(string model) => _byId.TryGetValue(model, out var one) && _rates(one) is { } points
        ? KieReply.Success(new KieModelSuccessRate { Model = one.Id, Points = points })
        : WireRefusal.NoModel<KieModelSuccessRate>();

    public KieReply<KiePricePage> Prices(KiePriceQuery query)
    {
        var (page, size) = (Math.Max(1, query.PageNum ?? 1), Math.Clamp(query.PageSize ?? LargestPage, 1, LargestPage));
        var before = Math.Min(_prices.Length, (long)(page - 1) * size);
        return KieReply.Success(new KiePricePage { Total = _prices.Length, Records = [.. _prices.Skip((int)before).Take(size)] });
    }

    public KieReply<IReadOnlyList<string>> Paths() => KieReply.Success<IReadOnlyList<string>>([.. _models.Select(model => model.Id)]);

    private KieReply<T> Find<T>(string model, Func<ListedModel, T> tell) =>
        _byId.TryGetValue(model, out var one) ? KieReply.Success(tell(one)) : WireRefusal.NoModel<T>();

    private static JsonElement OpenApi(ListedModel model)
    {
        var body = new JsonObject
        {
            ["type"] = "object",
            ["required"] = new JsonArray("model", "input"),
            ["properties"] = new JsonObject
            {
                ["model"] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray(model.Id), ["default"] = model.Id },
                ["callBackUrl"] = new JsonObject { ["type"] = "string", ["format"] = "uri" },
                ["input"] = ModelCatalog.DrawWire(model.Variant),
            },
        };
        var document = new JsonObject
        {
            ["openapi"] = "3.0.1",
            ["info"] = new JsonObject { ["title"] = model.Told.Title, ["version"] = "1" },
            ["paths"] = new JsonObject
            {
                ["/api/v1/jobs/createTask"] = new JsonObject
                {
                    ["post"] = new JsonObject
                    {
                        ["summary"] = model.Told.Description,
                        ["requestBody"] = new JsonObject
                        {
                            ["required"] = true,
                            ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = body } },
                        },
                        ["responses"] = new JsonObject { ["200"] = new JsonObject { ["description"] = "The envelope; its code decides." } },
                    },
                },
            },
        };
        using var parsed = JsonDocument.Parse(document.ToJsonString());
        return parsed.RootElement.Clone();
    }
}
