using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class PhoneTests(StudioFixture studio)
{
    private const float SmallestTarget = 44;

    [Fact]
    public async Task Phone_generates_and_plays_without_sideways_scrolling()
    {
        await using var visit = await studio.SignedInAsync(Screen.Phone);
        await visit.Prompt.FillAsync("Rain on a tin roof");
        var take = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(take, "succeeded");

        await Expect(visit.Take(take)).ToBeInViewportAsync();
        // What is wider than the feed would be cut off rather than scrolled to.
        (await visit.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth)")).ShouldBeLessThanOrEqualTo(Screen.Phone.Width);
        await visit.WatchAsync(take);
        (await visit.Page.SmallTargetsAsync()).ShouldBeEmpty("in the player");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Finger_hits_every_control_of_the_sheets()
    {
        await using var visit = await studio.SignedInAsync(Screen.Phone);
        await visit.ModelChip.TapAsync();
        await Expect(visit.Page.GetByTestId("model-card").First).ToBeVisibleAsync();
        (await visit.Page.SmallTargetsAsync()).ShouldBeEmpty("in the selector");
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.Capsule("duration").TapAsync();
        await Expect(visit.Page.GetByTestId("option").First).ToBeVisibleAsync();
        (await visit.Page.SmallTargetsAsync()).ShouldBeEmpty("in the choice of a length");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.GetByTestId("option")).ToHaveCountAsync(0);

        await visit.Page.Locator("[aria-controls=composer-more]").TapAsync();
        await Expect(visit.Page.Locator("#composer-more")).ToBeVisibleAsync();
        (await visit.Page.SmallTargetsAsync("[data-dock]")).ShouldBeEmpty("in the composer");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Finger_reaches_favourite_and_share_which_obeys_and_the_composer_makes_way_for_reading()
    {
        var kinora = await studio.QuickAsync();
        var key = await StudioFixture.NewAccountAsync(kinora);
        using var api = new Api(kinora, key);
        for (var take = 0; take < 4; take++) await api.UntilAsync(await api.GenerateAsync("Leaves on a lake"), "succeeded");
        await using var visit = await studio.SignedInAsync(Screen.Phone, kinora, key);

        var dock = visit.Page.Locator("[data-dock]");
        await Expect(visit.Takes).ToHaveCountAsync(4);
        await visit.Page.EvaluateAsync("() => scrollTo(0, 600)");
        await Expect(dock).ToHaveAttributeAsync("data-folded", "true");
        await visit.Prompt.TapAsync();
        await Expect(dock).Not.ToHaveAttributeAsync("data-folded", "true");
        await visit.Page.EvaluateAsync("() => { document.activeElement.blur(); scrollTo(0, 0); }");

        await visit.Takes.First.GetByTestId("open-take").TapAsync();
        var (favorite, share) = (visit.Page.GetByRole(AriaRole.Dialog).GetByTestId("favorite"), visit.Page.GetByTestId("share"));
        foreach (var target in (ILocator[])[favorite, share])
        {
            await target.ScrollIntoViewIfNeededAsync();
            var box = (await target.BoundingBoxAsync())!;
            Math.Min(box.Width, box.Height).ShouldBeGreaterThanOrEqualTo(SmallestTarget);
        }

        await favorite.TapAsync();
        await Expect(favorite).ToHaveAttributeAsync("aria-pressed", "true");
        await share.TapAsync();
        var dialog = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Share" });
        await dialog.GetByRole(AriaRole.Switch, new() { Name = "Anyone" }).TapAsync();
        var download = dialog.GetByRole(AriaRole.Switch, new() { Name = "Allow download" });
        await download.TapAsync();
        await Expect(download).Not.ToBeCheckedAsync();
        await dialog.GetByLabel("Link ends").SelectOptionAsync("7");
        await Expect(dialog.GetByLabel("Link ends")).ToContainTextAsync("in 7 days");
        await visit.Page.GotoAsync(await dialog.GetByLabel("Link", new() { Exact = true }).InputValueAsync());
        await Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Leaves on a lake" })).ToBeVisibleAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Link, new() { Name = "Download" })).ToHaveCountAsync(0);
        visit.ShouldHaveNoComplaints();
    }
}
