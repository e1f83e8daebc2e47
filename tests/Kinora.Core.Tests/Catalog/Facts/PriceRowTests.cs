using System.Text.Json;
using Kinora.Core.Catalog;
using Kinora.Core.Credits;

namespace Kinora.Core.Tests.Catalog.Facts;

/// <summary>
/// Reproduces every price that the provider publishes with a quote: for each mode in which the row's conditions can be said, a request is
/// built and the quote's upstream credits are compared with what the row comes to by itself.
/// </summary>
public class PriceRowTests
{
    /// <summary>Rows that no request can reproduce, by entry and number of the row, with the reason; at most five.</summary>
    private static readonly Dictionary<(string Endpoint, string Id, int Row), string> Skipped = [];

    public static TheoryData<string, string, int> Rows =>
        new(VideoModelFacts.Entries.SelectMany(entry => entry.Prices.Index().Select(row => (entry.Endpoint, entry.Id, row.Index))));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Quote_is_the_published_price(string endpoint, string id, int row)
    {
        if (Skipped.TryGetValue((endpoint, id, row), out var reason)) Assert.Skip(reason);
        var entry = VideoModelFacts.Entry(endpoint, id);
        var variant = RawCatalog.Find(endpoint, id).ShouldNotBeNull($"{entry}: expected a variant with this route, found none");
        foreach (var price in PriceFacts.Of(entry, row))
        {
            var tries = variant.Modes.SelectMany(mode => Tries(variant, mode, price)).ToArray();
            var quoted = tries.Where(one => one.Quoted is not null).ToArray();

            quoted.ShouldNotBeEmpty($"{price}: expected a request, found {string.Join("; ", tries.Select(one => one.Refusal).Distinct())}");
            foreach (var one in quoted) one.Quoted.ShouldBe(one.Expected, $"{price} in {one.Mode}");
            quoted.SelectMany(one => one.Unsent).ShouldBeEmpty(price.ToString());
            if (price.CountsMedia) quoted.ShouldContain(one => one.HasCountedMedia, $"{price}: expected a request with the media that it counts");
        }
    }

    [Fact]
    public void Every_row_is_there_and_few_are_skipped()
    {
        VideoModelFacts.Entries.Sum(entry => entry.Prices.Count).ShouldBe(297);
        Skipped.Count.ShouldBeLessThanOrEqualTo(5);
    }

    public static TheoryData<int> RetailRows => new(Enumerable.Range(0, VideoModelFacts.Retail.Count));

    [Theory]
    [MemberData(nameof(RetailRows))]
    public void Quote_is_the_shops_price(int row)
    {
        var price = VideoModelFacts.Retail[row];
        var variant = RawCatalog.Variants.Single(one => one.Id == price.Text("variant"));
        var quoted = variant.Modes.Select(mode => (Maker: new RequestMaker(variant, mode), Price: price)).Select(Quoted).ToArray();

        quoted.ShouldContain(one => one.Plan.Plan != null, $"{price}: {string.Join(' ', quoted.SelectMany(one => one.Plan.Faults))}");
        foreach (var (maker, plan) in quoted.Where(one => one.Plan.Plan is not null))
        {
            var times = price.Text("per") is "second" ? (long)maker.MediaSeconds : 1;
            var quote = plan.Plan!.Quote;
            (quote.Credits, quote.Exact).ShouldBe((price.GetProperty("credits").GetInt64() * times, true), $"{price} in {maker.Mode}");
        }
    }

    [Fact]
    public void Reference_pictures_beyond_the_free_ones_cost_their_price()
    {
        var entry = VideoModelFacts.Entries.First(one => one.Prices.Any(price => price.Has("extra")));
        var extra = entry.Prices[0].GetProperty("extra");
        var variant = RawCatalog.Find(entry.Endpoint, entry.Id).ShouldNotBeNull();
        var (above, role) = (extra.GetProperty("above").GetInt32(), "");
        Quote Quoted(int pictures)
        {
            var maker = new RequestMaker(variant, variant.Modes[0]);
            role = maker.MediaInto(extra.Text("of")).First().Text("role");
            maker.Give(role, pictures).ShouldBeTrue();
            return maker.Complete().Plan.ShouldNotBeNull().Quote;
        }

        Quoted(above).UpstreamCredits.ShouldBe(Quoted(1).UpstreamCredits);
        Quoted(above + 2).UpstreamCredits.ShouldBe(Quoted(above).UpstreamCredits + (2 * extra.GetProperty("credits").GetDecimal()));
    }

    private static IEnumerable<Attempt> Tries(RawVariant variant, JsonElement mode, PriceFacts price)
    {
        // Once with everything that the price counts, once with only what the mode needs.
        foreach (var (withMedia, withDuration) in new[] { (true, true), (false, true), (false, false) })
        {
            var maker = new RequestMaker(variant, mode);
            if (price.Say(variant, maker, withMedia, withDuration) is not { } said) continue;
            var result = maker.Complete();
            var refusal = $"{maker.Mode}: {string.Join(" ", result.Faults.Select(fault => fault.Message))}";
            yield return result.Plan is { } plan
                ? new(maker.Mode, price.Credits(maker, plan), price.Upstream(maker, plan), said.CountedMedia, [.. price.Unsent(plan)], refusal)
                : new(maker.Mode, 0, null, false, [], refusal);
        }
    }

    private static (RequestMaker Maker, PlanResult Plan) Quoted((RequestMaker Maker, JsonElement Price) one)
    {
        foreach (var said in one.Price.Fields("form")) one.Maker.SayForm(said.Name, said.Value.Node());
        return (one.Maker, one.Maker.Complete());
    }

    private sealed record Attempt(string Mode, decimal Expected, decimal? Quoted, bool HasCountedMedia, IReadOnlyList<string> Unsent, string Refusal);
}
