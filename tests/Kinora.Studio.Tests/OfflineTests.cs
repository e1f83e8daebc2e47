using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class OfflineTests(StudioFixture studio)
{
    private const string Generate = "**/api/generate/video";

    [Fact]
    public async Task Take_that_is_asked_for_offline_is_sent_once_and_what_happened_meanwhile_is_there()
    {
        using var api = new Api(studio.Kinora);
        await using var visit = await studio.SignedInAsync();
        var words = Unique("A bridge in the fog");
        await visit.Prompt.FillAsync("Words that tell the price");
        await Expect(visit.Generate).ToBeEnabledAsync();

        await visit.SetOfflineAsync(true);
        await Expect(visit.Page.GetByTestId("reconnecting")).ToBeVisibleAsync();
        await Expect(visit.Generate).ToContainTextAsync("Send when online");
        await visit.Prompt.FillAsync(words);
        await visit.Prompt.PressAsync("Control+Enter");
        await Expect(visit.Page.GetByTestId("send")).ToContainTextAsync("Waits for the connection");
        var meanwhile = await api.GenerateAsync(Unique("Made meanwhile"));
        // Nothing more happens to it that could be heard of later.
        await api.UntilAsync(meanwhile, "succeeded");
        await visit.SetOfflineAsync(false);

        await Expect(visit.Page.GetByTestId("reconnecting")).ToBeHiddenAsync();
        await Expect(visit.Page.GetByTestId("send")).ToHaveCountAsync(0);
        await Expect(visit.Take(meanwhile)).ToHaveCountAsync(1);
        await Expect(visit.Takes.Filter(new() { HasText = words })).ToHaveCountAsync(1);
        await Expect(visit.Prompt).ToHaveValueAsync(words);
        await visit.Page.ReloadAsync();
        await Expect(visit.Takes.Filter(new() { HasText = words })).ToHaveCountAsync(1);
        await ShouldBeOneAsync(api, words);
        visit.Forgive("ERR_INTERNET_DISCONNECTED");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task What_still_waits_when_the_tab_is_closed_is_sent_once_by_the_next_ones()
    {
        using var api = new Api(studio.Kinora);
        await using var visit = await studio.SignedInAsync();
        var words = Unique("A letter in a bottle");
        await visit.Prompt.FillAsync(words);
        await Expect(visit.Generate).ToBeEnabledAsync();
        await visit.SetOfflineAsync(true);
        await Expect(visit.Generate).ToContainTextAsync("Send when online");
        await visit.Generate.ClickAsync();
        await Expect(visit.Page.GetByTestId("send")).ToBeVisibleAsync();

        await visit.Page.CloseAsync();
        await visit.SetOfflineAsync(false);
        var tabs = new[] { await visit.OpenTabAsync(), await visit.OpenTabAsync() };
        await Task.WhenAll(tabs.Select(tab => tab.Page.GotoAsync("/")));

        foreach (var tab in tabs)
        {
            await Expect(tab.Takes.Filter(new() { HasText = words })).ToHaveCountAsync(1);
            await Expect(tab.Page.GetByTestId("send")).ToHaveCountAsync(0);
            tab.ShouldHaveNoComplaints();
        }

        await ShouldBeOneAsync(api, words);
    }

    [Fact]
    public async Task Answer_that_is_lost_on_its_way_is_asked_for_again_and_makes_no_second_take()
    {
        using var api = new Api(studio.Kinora);
        await using var visit = await studio.SignedInAsync();
        var words = Unique("An echo in the hills");
        await visit.Page.RouteAsync(
            Generate,
            async route =>
            {
                await route.FetchAsync();
                await route.AbortAsync("connectionreset");
            },
            new() { Times = 1 });
        await visit.Prompt.FillAsync(words);
        await Expect(visit.Generate).ToBeEnabledAsync();

        var again = visit.Page.WaitForResponseAsync(response => response.Url.EndsWith("/api/generate/video", StringComparison.Ordinal));
        await visit.Generate.ClickAsync();
        await again;

        await Expect(visit.Takes.Filter(new() { HasText = words })).ToHaveCountAsync(1);
        await Expect(visit.Page.GetByTestId("send")).ToHaveCountAsync(0);
        await ShouldBeOneAsync(api, words);
        visit.Forgive("ERR_CONNECTION_RESET");
        visit.ShouldHaveNoComplaints();
    }

    private static string Unique(string words) => $"{words}, {Guid.NewGuid():N}";

    private static async Task ShouldBeOneAsync(Api api, string words) =>
        (await api.GetAsync($"/api/generations?q={Uri.EscapeDataString(words)}"))["items"]!.AsArray().Count.ShouldBe(1);
}
