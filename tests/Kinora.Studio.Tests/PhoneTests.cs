using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class PhoneTests(StudioFixture studio)
{
    [Fact]
    public async Task Phone_generates_and_plays_without_sideways_scrolling()
    {
        await using var visit = await studio.SignedInAsync(Screen.Phone);
        await visit.Prompt.FillAsync("Rain on a tin roof");
        var take = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(take, "succeeded");

        await Expect(visit.Take(take)).ToBeInViewportAsync();
        (await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Screen.Phone.Width);
        await visit.WatchAsync(take);
        visit.ShouldHaveNoComplaints();
    }
}
