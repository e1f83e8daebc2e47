using Kinora.Core.Storage;
using Kinora.Core.Tests.Generations;
using Kinora.Core.Webhooks;

namespace Kinora.Core.Tests.Storage;

/// <summary>What every engine must do so that an account has as many endpoints as it may, and hears of its own changes.</summary>
public abstract class WebhookEndpointStoreCompliance(TestEngine engine) : StoreCompliance(engine)
{
    [Fact]
    public async Task Endpoint_beyond_the_last_is_not_kept_and_tells_nobody()
    {
        await FundAsync(0);
        for (var i = 0; i < WebhookEndpointStore.MostOfOne; i++) (await AddAsync()).ShouldBeTrue();
        var before = await Stores.Accounts.LastEventAsync("acc", Stop);

        (await AddAsync()).ShouldBeFalse();
        (await Stores.Endpoints.ListAsync("acc", Stop)).Count.ShouldBe(WebhookEndpointStore.MostOfOne);
        (await Stores.Accounts.LastEventAsync("acc", Stop)).ShouldBe(before);
    }

    [Fact]
    public async Task Of_many_that_come_at_once_as_many_as_there_may_be_are_kept_each_with_its_event()
    {
        await FundAsync(0);
        var before = await Stores.Accounts.LastEventAsync("acc", Stop);
        var added = await Task.WhenAll(Enumerable.Range(0, WebhookEndpointStore.MostOfOne + 4).Select(_ => AddAsync()));

        added.Count(kept => kept).ShouldBe(WebhookEndpointStore.MostOfOne);
        (await Stores.Endpoints.ListAsync("acc", Stop)).Count.ShouldBe(WebhookEndpointStore.MostOfOne);
        (await Stores.Accounts.LastEventAsync("acc", Stop)).ShouldBe(before + WebhookEndpointStore.MostOfOne);
    }

    private Task<bool> AddAsync() => Stores.Endpoints.AddAsync(
        new(WebhookEndpoint.NewId(Some.Now), "acc", new("https://example.com/hook"), WebhookEvents.All, null, Enabled: true, Some.Now), Stop);
}
