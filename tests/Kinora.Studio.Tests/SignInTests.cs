using Kinora.Testing.Processes;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class SignInTests(StudioFixture studio)
{
    [Fact]
    public async Task Link_from_the_console_opens_the_studio_once()
    {
        var link = await studio.Kinora.SignInLinkAsync(TestContext.Current.CancellationToken);
        await using var first = await studio.VisitAsync();
        await first.Page.GotoAsync(link.ToString());
        await Expect(first.Prompt).ToBeVisibleAsync();
        first.Page.Url.ShouldNotContain("token");
        first.ShouldHaveNoComplaints();

        await using var second = await studio.VisitAsync();
        await second.Page.GotoAsync(link.ToString());
        await Expect(second.Page.GetByTestId("sign-in-fault")).ToBeVisibleAsync();
        second.Forgive("401");
        second.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Key_opens_the_studio_and_a_wrong_one_says_so()
    {
        await using var visit = await studio.VisitAsync();
        await visit.Page.GotoAsync("/");
        await visit.Page.Locator("[data-testid=sign-in-way][data-value=key]").ClickAsync();
        await visit.Page.GetByTestId("sign-in-key").FillAsync("not-the-key");
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.GetByTestId("sign-in-fault")).ToBeVisibleAsync();

        await visit.SignInAsync(StudioFixture.Key);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Session_survives_a_reload()
    {
        await using var visit = await studio.SignedInAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Prompt).ToBeVisibleAsync();
    }
}
