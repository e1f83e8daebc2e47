using Kinora.Core.Catalog;
using Kinora.Core.Generations;

namespace Kinora.Core.Tests.Catalog;

public sealed class CatalogOverrideTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("kinora-override-").FullName, "catalog.override.json");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void Operator_changes_prices_markup_badge_order_and_visibility()
    {
        var catalog = Load("""
            {
              "markup": 2, "usdPerCredit": 0.01,
              "models": {
                "kling-2.6": { "badge": null, "order": 1, "prices": { "kling-2.6/text-to-video": { "retail": [{ "when": {}, "credits": 7, "per": "video", "source": "ours" }] } } },
                "hailuo-02": { "badge": "PRO", "markup": 3 },
                "luma-modify": { "hidden": true },
                "veo-3.1-jobs": { "hidden": false }
              }
            }
            """);

        catalog.Models[0].Id.ShouldBe("kling-2.6");
        catalog.Models[0].Badge.ShouldBeNull();
        catalog.Find("hailuo-02")!.Badge.ShouldBe("PRO");
        (catalog.Find("luma-modify")!.Hidden, catalog.Find("veo-3.1-jobs")!.Hidden).ShouldBe((true, false));
        Price(catalog, new() { Model = "kling-2.6", Prompt = "a cat" }).ShouldBe((7, 0.07m));
        Price(catalog, new() { Model = "kling-2.6", Prompt = "a cat", FirstFrame = "asset_a" }).ShouldBe((105, 1.05m));
        // 60 KIE credits of 0.005, twice; in credits of 0.01.
        Price(catalog, new() { Model = "veo-3.1-lite", Prompt = "a cat" }).ShouldBe((30, 0.30m));
        // 5 s at 5 credits and its own markup; rounded up.
        Price(catalog, new() { Model = "hailuo-02", Prompt = "a cat", Duration = 6 }).ShouldBe((45, 0.45m));
    }

    [Fact]
    public void Operator_gives_a_model_other_routes()
    {
        var catalog = Load("""
            {
              "models": {
                "kling-2.6": { "routes": { "kling-2.6/text-to-video": [
                  { "provider": "kie", "endpoint": "jobs", "wireId": "kling-2.6/text-to-video" },
                  { "provider": "kie", "endpoint": "veo", "wireId": "veo3_fast", "as": "veo3_fast" }] } }
              }
            }
            """);
        catalog.FindVariant("kling-2.6/text-to-video")!.Routes.Select(route => route.WireId).ShouldBe(["kling-2.6/text-to-video", "veo3_fast"]);
    }

    [Fact]
    public void Operator_adds_models_of_his_own()
    {
        var family = MadeUpFamily.Json();
        family["models"]![0]!["variants"]![0]!["routes"]![0]!["wireId"] = "made-at-home";
        var catalog = Load($$"""{ "families": [{{family.ToJsonString()}}] }""");
        catalog.Find("toy")!.Name.ShouldBe("Toy");
        catalog.FindVariant("toy/v1")!.Routes[0].WireId.ShouldBe("made-at-home");

        family["models"]![0]!["vendor"] = 7;
        Should.Throw<CatalogException>(() => Load($$"""{ "families": [{{family.ToJsonString()}}] }""")).Faults
            .ShouldContain(fault => fault.StartsWith("catalog.override.json: $.families[0].models[0].vendor: expected "));
        family["models"]![0]!["vendor"] = "Nobody";
        (family["order"], family["models"]![0]!["id"]) = (999, "kling-2.6");
        Should.Throw<CatalogException>(() => Load($$"""{ "families": [{{family.ToJsonString()}}] }""")).Faults
            .ShouldContain(fault => fault.StartsWith("catalog.override.json, $.families[0]: $.models[0].id: expected an id of its own"));
    }

    [Fact]
    public void Example_of_the_guide_is_taken()
    {
        var guide = File.ReadAllText(Path.Combine(CatalogGuideTests.Root(), "docs", "guides", "providers.md"));
        var start = guide.IndexOf("{\n  \"families\"", StringComparison.Ordinal);
        var catalog = Load(guide[start..guide.IndexOf("```", start, StringComparison.Ordinal)]);
        var model = catalog.Find("wan-attic")!;
        model.Name.ShouldBe("Wan on our GPU");
        catalog.FindVariant("wan-attic/v1")!.Routes.ShouldHaveSingleItem().Provider.ShouldBe("openai-videos");
    }

    [Fact]
    public void Absent_file_changes_nothing() =>
        ModelCatalog.Load(Shipped.Folder, live: false, _path).Models.Select(model => model.FromCredits)
            .ShouldBe(Shipped.Sandbox.Models.Select(model => model.FromCredits));

    [Theory]
    [InlineData("""{ "markup": -1 }""", "$.markup: expected at least 0, found -1")]
    [InlineData("""{ "colour": 1 }""", "$.colour: expected no such field")]
    [InlineData("""{ "models": { "nothing": {} } }""", "$.models.nothing: expected the id of a product")]
    [InlineData("""{ "models": { "kling-2.6": { "badge": "BIG" } } }""", "$.models['kling-2.6'].badge: expected one of FAST")]
    [InlineData("""{ "models": { "kling-2.6": { "routes": { "veo3": [{ "provider": "kie", "endpoint": "veo", "wireId": "veo3" }] } } } }""", "$.models['kling-2.6'].routes.veo3: expected a variant of kling-2.6")]
    [InlineData("""{ "models": { "kling-2.6": { "routes": { "kling-2.6/text-to-video": [] } } } }""", "$.models['kling-2.6'].routes['kling-2.6/text-to-video']: expected at least 1")]
    [InlineData("""{ "models": { "kling-2.6": { "prices": { "veo3": {} } } } }""", "$.models['kling-2.6'].prices.veo3: expected a variant of kling-2.6")]
    [InlineData("""{ "models": { "kling-2.6": { "prices": { "kling-2.6/text-to-video": { "upstream": [{ "when": { "colour": 1 }, "credits": 1, "per": "video", "source": "x" }] } } } } }""",
        "$.models['kling-2.6'].prices['kling-2.6/text-to-video'].upstream[0].when.colour: expected mode, media or a setting")]
    public void Fault_names_the_file_the_path_and_what_was_expected(string json, string expected) =>
        Should.Throw<CatalogException>(() => Load(json)).Faults.ShouldContain(fault => fault.StartsWith("catalog.override.json: " + expected));

    [Fact]
    public void Prices_with_a_gap_are_refused() =>
        Should.Throw<CatalogException>(() => Load("""
            { "models": { "kling-2.6": { "prices": { "kling-2.6/text-to-video": { "upstream": [{ "when": { "duration": 5 }, "credits": 1, "per": "video", "source": "x" }] } } } } }
            """)).Faults.ShouldContain(fault =>
            fault.StartsWith("catalog.override.json: $.models['kling-2.6'].prices: expected one row for mode text-to-video") && fault.Contains("duration 10") && fault.EndsWith("found 0"));

    private ModelCatalog Load(string json)
    {
        File.WriteAllText(_path, json);
        return ModelCatalog.Load(Shipped.Folder, live: false, _path);
    }

    private static (long Credits, decimal Usd) Price(ModelCatalog catalog, GenerationInput form)
    {
        var quote = catalog.Plan(form).Plan!.Quote;
        return (quote.Credits, quote.Usd);
    }
}
