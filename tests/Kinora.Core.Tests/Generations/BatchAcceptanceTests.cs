using Kinora.Core.Generations;
using Kinora.Core.Tests.Fetching;
using Kinora.Core.Tests.Media;

namespace Kinora.Core.Tests.Generations;

/// <summary>Several requests on their way in together.</summary>
public sealed class BatchAcceptanceTests : IAsyncDisposable
{
    private static readonly GenerationInput[] Three = [AcceptanceFixture.Fox("one"), AcceptanceFixture.Fox("two"), AcceptanceFixture.Fox("three")];
    private readonly AcceptanceFixture _way = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_have_the_order_of_the_request()
    {
        await _way.FundAsync(1000);
        var accepted = (await _way.BatchAsync(Three)).ShouldBeOfType<AcceptResult.Accepted>();
        accepted.Replayed.ShouldBeFalse();
        accepted.Items.Select(item => item.Generation.Input.Prompt).ShouldBe(["one", "two", "three"]);
        (await _way.IdsAsync()).ShouldBe(accepted.Items.Select(item => item.Generation.Id));
        await _way.Engine.MoneyShouldBeAsync(balance: 1000, held: 315);
    }

    [Fact]
    public async Task A_key_stands_for_the_whole_batch_and_for_what_it_may_cost()
    {
        await _way.FundAsync(1000);
        var first = (await _way.BatchAsync(Three, key: "night")).ShouldBeOfType<AcceptResult.Accepted>();
        var again = (await _way.BatchAsync(Three, key: "night")).ShouldBeOfType<AcceptResult.Accepted>();
        again.Replayed.ShouldBeTrue();
        again.Items.Select(item => item.Generation.Id).ShouldBe(first.Items.Select(item => item.Generation.Id));
        var conflict = new AcceptResult.KeyConflict(first.Items[0].Generation.Id);
        (await _way.BatchAsync(Three, maxCredits: 1, key: "night")).ShouldBe(conflict);
        (await _way.BatchAsync(Three[..2], key: "night")).ShouldBe(conflict);
        (await _way.OneAsync(Three[0], "night")).ShouldBe(conflict);
        (await _way.BatchAsync(Three, maxCredits: 315, key: "day")).ShouldBeOfType<AcceptResult.Accepted>();
        (await _way.BatchAsync(Three, maxCredits: 316, key: "day")).ShouldBeOfType<AcceptResult.KeyConflict>();
    }

    [Fact]
    public async Task Faults_of_all_items_are_told_at_once_and_nothing_is_created()
    {
        await _way.FundAsync(1000);
        var faults = (await _way.BatchAsync([Three[0], Three[1] with { Prompt = null }, Three[2] with { Duration = 7 }])).ShouldBeOfType<AcceptResult.Invalid>().Faults;
        faults.Select(fault => fault.Field).ShouldBe(["items[1].prompt", "items[2].duration"]);
        faults = (await _way.BatchAsync([Three[0], Three[1] with { FirstFrame = "asset_of_nobody" }])).ShouldBeOfType<AcceptResult.Invalid>().Faults;
        faults.ShouldHaveSingleItem().Field.ShouldBe("items[1].firstFrame");
        (await _way.IdsAsync()).ShouldBeEmpty();
        await _way.Engine.MoneyShouldBeAsync(balance: 1000, held: 0);
    }

    [Fact]
    public async Task Nothing_is_created_where_the_sum_is_more_than_allowed_and_all_where_it_is_just_as_much()
    {
        await _way.FundAsync(1000);
        (await _way.BatchAsync(Three, maxCredits: 314)).ShouldBe(new AcceptResult.AboveMaxCredits(315, 314));
        (await _way.IdsAsync()).ShouldBeEmpty();
        (await _way.BatchAsync(Three, maxCredits: 315)).ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Fact]
    public async Task An_upper_bound_counts_whole_when_it_comes_to_the_hold()
    {
        await _way.FundAsync(2000);
        GenerationInput[] two = [AcceptanceFixture.AnyLength(), AcceptanceFixture.AnyLength()];
        (await _way.BatchAsync(two, maxCredits: 1199)).ShouldBe(new AcceptResult.AboveMaxCredits(1200, 1199));
        (await _way.BatchAsync(two, maxCredits: 1200)).ShouldBeOfType<AcceptResult.Accepted>();
    }

    [Fact]
    public async Task What_cannot_be_paid_is_told_with_all_that_is_needed_and_all_that_there_is()
    {
        await _way.FundAsync(250);
        (await _way.BatchAsync(Three)).ShouldBe(new AcceptResult.InsufficientCredits(315, 250));
    }

    [Fact]
    public async Task What_turns_out_at_the_hold_to_be_unpayable_is_told_in_the_same_way()
    {
        await _way.FundAsync(1500);
        (await _way.BatchAsync([AcceptanceFixture.AnyLength(), AcceptanceFixture.AnyLength(), AcceptanceFixture.AnyLength()]))
            .ShouldBe(new AcceptResult.InsufficientCredits(1800, 1500));
        (await _way.IdsAsync()).ShouldBeEmpty();
        await _way.Engine.MoneyShouldBeAsync(balance: 1500, held: 0);
    }

    [Fact]
    public async Task A_bound_that_measuring_brings_down_passes_and_the_media_are_assets_from_then_on()
    {
        await using var site = await SiteAsync();
        await _way.FundAsync(1000);
        var form = new GenerationInput { Model = "infinitalk", Prompt = "a cat", FirstFrame = $"{site.Address}a.png", Audio = $"{site.Address}a.wav" };
        var generation = (await _way.BatchAsync([form], maxCredits: 20)).ShouldBeOfType<AcceptResult.Accepted>().Items[0].Generation;
        generation.Quote.Exact.ShouldBeTrue();
        generation.Held.ShouldBeLessThanOrEqualTo(20);
        generation.Input.Audio!.ShouldStartWith("asset_");
        generation.WireInput.ToJsonString().ShouldNotContain(site.Address.Authority);
    }

    [Fact]
    public async Task Nothing_is_fetched_for_what_is_too_dear_already()
    {
        await using var site = await SiteAsync();
        await _way.FundAsync(100);
        var form = AcceptanceFixture.Fox() with { FirstFrame = $"{site.Address}a.png" };
        (await _way.BatchAsync([form], maxCredits: 50)).ShouldBe(new AcceptResult.AboveMaxCredits(105, 50));
        (await _way.BatchAsync([form])).ShouldBe(new AcceptResult.InsufficientCredits(105, 100));
        site.Requests.ShouldBe(0);
    }

    [Fact]
    public async Task Of_two_requests_with_one_key_at_the_same_time_the_slower_is_answered_by_the_faster()
    {
        var faster = new List<AcceptResult>();
        GenerationInput form = null!;
        await using var site = await LoopbackSite.StartAsync(async context =>
        {
            if (faster.Count == 0)
            {
                faster.Add(null!);
                faster[0] = await _way.OneAsync(form, "key");
            }

            await context.Response.Body.WriteAsync(await Clips.OfAsync("png"), Stop);
        });
        form = AcceptanceFixture.Fox() with { FirstFrame = $"{site.Address}a.png" };
        await _way.FundAsync(1000);
        var slower = (await _way.OneAsync(form, "key")).ShouldBeOfType<AcceptResult.Accepted>();
        slower.Replayed.ShouldBeTrue();
        slower.Items[0].Generation.Id.ShouldBe(faster[0].ShouldBeOfType<AcceptResult.Accepted>().Items[0].Generation.Id);
        await _way.Engine.MoneyShouldBeAsync(balance: 1000, held: 105);
    }

    public ValueTask DisposeAsync() => _way.DisposeAsync();

    // Each address is a file of the kind that its name says.
    private static Task<LoopbackSite> SiteAsync() => LoopbackSite.StartAsync(
        async context => await context.Response.Body.WriteAsync(await Clips.OfAsync(context.Request.Path.Value!.Split('.')[1]), Stop));
}
