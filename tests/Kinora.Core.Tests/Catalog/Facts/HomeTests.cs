namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Every id that somebody may send, from the provider's lists or the founding documents, is answered.</summary>
public class HomeTests
{
    private static readonly HashSet<string> Retired = [.. RawCatalog.Retired.Select(one => one.Text("id"))];

    public static TheoryData<string, string> Entries => new(VideoModelFacts.Entries.Select(entry => (entry.Endpoint, entry.Id)));

    public static TheoryData<string> SeedIds => new(VideoModelFacts.SeedIds);

    [Theory]
    [MemberData(nameof(Entries))]
    public void Entry_has_a_home(string endpoint, string id)
    {
        var entry = VideoModelFacts.Entry(endpoint, id);
        if (entry.IsDocumented) RawCatalog.Find(endpoint, id).ShouldNotBeNull($"{entry}: expected a variant with this route, found none");
        ShouldBeKnown(id, entry.ToString());
    }

    [Theory]
    [MemberData(nameof(Entries))]
    public void Route_says_whether_the_live_service_runs_it(string endpoint, string id)
    {
        var entry = VideoModelFacts.Entry(endpoint, id);
        var expected = entry.Status switch { "paused" => "paused", "removed-from-docs" => "withdrawn", _ => "runs" };
        if (!entry.IsDocumented) return;
        var route = RawCatalog.Find(endpoint, id).ShouldNotBeNull().Json.List("routes").Single(one => one.Text("provider") is "kie");
        (route.TryGetProperty("live", out var live) ? live.Text("status") : "runs").ShouldBe(expected, entry.ToString());
    }

    [Theory]
    [MemberData(nameof(SeedIds))]
    public void Id_of_a_founding_document_is_known_or_retired(string id) => ShouldBeKnown(id, id);

    [Fact]
    public void Retired_id_names_what_took_its_place()
    {
        RawCatalog.Retired.ShouldNotBeEmpty();
        foreach (var one in RawCatalog.Retired)
        {
            var id = one.Text("id");
            RawCatalog.Names.ShouldNotContain(id);
            one.Text("reason").ShouldNotBeNullOrWhiteSpace();
            if (one.TryGetProperty("instead", out var instead)) RawCatalog.Names.ShouldContain(instead.GetString()!, $"{id}: instead");
        }
    }

    private static void ShouldBeKnown(string id, string what) =>
        (RawCatalog.Names.Contains(id) || Retired.Contains(id)).ShouldBeTrue($"{what}: expected a product, variant, alias or retired id, found none");
}
