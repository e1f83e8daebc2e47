namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>Every id that somebody may send, from the provider's lists or the founding documents, is answered.</summary>
public class HomeTests
{
    private static readonly HashSet<string> Retired = [.. RawCatalog.Retired.Select(one => RawCatalog.Text(one, "id"))];

    public static TheoryData<string, string> Entries => new(VideoModelFacts.Entries.Select(entry => (entry.Endpoint, entry.Id)));

    public static TheoryData<string> SeedIds => new(VideoModelFacts.SeedIds);

    [Theory]
    [MemberData(nameof(Entries))]
    public void Entry_has_a_home(string endpoint, string id)
    {
        var entry = VideoModelFacts.Entry(endpoint, id);
        if (entry.IsDocumented) RawCatalog.Find(endpoint, id).ShouldNotBeNull($"{entry}: expected a variant with this route, found none");
        (RawCatalog.Names.Contains(id) || Retired.Contains(id)).ShouldBeTrue($"{entry}: expected a product, variant, alias or retired id, found none");
    }

    [Theory]
    [MemberData(nameof(SeedIds))]
    public void Id_of_a_founding_document_is_known_or_retired(string id) =>
        (RawCatalog.Names.Contains(id) || Retired.Contains(id)).ShouldBeTrue($"{id}: expected a product, variant, alias or retired id, found none");

    [Fact]
    public void Retired_id_names_what_took_its_place()
    {
        RawCatalog.Retired.ShouldNotBeEmpty();
        foreach (var one in RawCatalog.Retired)
        {
            var id = RawCatalog.Text(one, "id");
            RawCatalog.Names.ShouldNotContain(id);
            RawCatalog.Text(one, "reason").ShouldNotBeNullOrWhiteSpace();
            if (one.TryGetProperty("instead", out var instead)) RawCatalog.Names.ShouldContain(instead.GetString()!, $"{id}: instead");
        }
    }
}
