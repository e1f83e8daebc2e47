using Kinora.Core.Diagnostics;
using Kinora.Core.Providers;
using Kinora.Core.Tests.Catalog;

namespace Kinora.Core.Tests.Diagnostics;

/// <summary>What a report makes of what was seen.</summary>
public sealed class ReportTests
{
    private const string Kling = "kling-2.6/text-to-video";

    [Fact]
    public void Models_that_a_provider_lists_and_the_catalog_does_not_have_are_found()
    {
        ListedByProvider[] listed = [Listed(Kling), Listed("veo3_fast"), Listed("kling-9/text-to-video"), Listed("kling-9/text-to-video")];
        CatalogueDifferences.Unknown(Shipped.Sandbox, listed).ShouldBe(["kling-9/text-to-video"]);
    }

    [Fact]
    public void Prices_that_none_of_ours_agrees_with_are_found_and_names_with_numbers_are_none()
    {
        var ours = string.Join("; ", Kinora.Core.Catalog.ModelCatalog.UpstreamPrices(Shipped.Sandbox.FindVariant(Kling)!));
        CatalogueDifferences.Prices(Shipped.Sandbox, [Listed(Kling, $"In credits, from $0.27 at 720p: {ours}")]).ShouldBeEmpty();
        CatalogueDifferences.Prices(Shipped.Sandbox, [Listed(Kling, $"{ours}; with sound 777.5")]).ShouldHaveSingleItem().ShouldEndWith("; the catalog does not know 777.5.");
    }

    [Fact]
    public void Changes_name_models_that_went_and_came_and_what_providers_list_otherwise()
    {
        var before = Report([Row("a", ProbeReading.Works), Row("b", ProbeReading.Works)], [Listed("a", "5"), Listed("b")]);
        ReportChanges.Between(before, [Row("a", ProbeReading.Paused), Row("c", ProbeReading.Works)], [Listed("a", "6"), Listed("c", "1")]).ShouldBe(
        [
            "A (a) at kie: works before, paused now.", "C (c) at kie is looked at for the first time: works.", "B (b) at kie is not looked at any more.",
            "kie changed the price of a: '5' before, '6' now.", "kie now lists c (1).", "kie no longer lists b.",
        ]);
        ReportChanges.Between(before, before.Models, []).ShouldBeEmpty();
        ReportChanges.Between(null, before.Models, before.Listed).ShouldBeEmpty();
    }

    [Fact]
    public void What_providers_say_breaks_neither_table_nor_markup()
    {
        var page = DiagnosticMarkdown.Of(Report([Row("a", ProbeReading.Unclear) with { Error = "<b>502</b> | Bad\r\nGateway" }], []));
        page.ShouldContain("| A (`a`) | No probe can tell | kie, jobs | &lt;b>502&lt;/b> \\| Bad Gateway |  |");
    }

    private static ListedByProvider Listed(string model, string? price = null) => new("kie", model, null, price);

    private static DiagnosticRow Row(string model, ProbeReading reading) => new()
    {
        Model = model, Name = model.ToUpperInvariant(), Account = "kie", Endpoint = "jobs", WireModel = model, Reading = reading,
    };

    private static DiagnosticReport Report(IReadOnlyList<DiagnosticRow> rows, IReadOnlyList<ListedByProvider> listed) => new()
    {
        Id = "1", At = default, Seconds = 1, IsScheduled = false, State = ReportFindings.State(rows), Checks = [], Models = rows, Findings = [], Actions = [], Changes = [], Listed = listed,
    };
}
