using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class WelcomeTests(StudioFixture studio)
{
    [Fact]
    public async Task First_administrator_is_led_from_a_key_to_a_video_that_plays()
    {
        await using var kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_SANDBOX_SPEED"] = "0.05", ["KINORA_FETCH_ALLOW"] = "127.0.0.1" });
        await using var visit = await studio.OwnerAsync(kinora: kinora, welcomed: false);
        await visit.PreferAsync("dark", "en");
        await visit.Page.GotoAsync("/");
        await Expect(Step(visit)).ToHaveTextAsync("1 of 3");

        // The server that the other tests share speaks /v1/videos too: a provider that knows keys.
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Another provider" }).ClickAsync();
        await visit.Page.GetByLabel("Address", new() { Exact = true }).FillAsync(studio.Kinora.Url.ToString());
        await visit.Page.GetByLabel("Keys", new() { Exact = true }).FillAsync("not-the-key");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Check the key and continue" }).ClickAsync();
        await Expect(visit.Page.GetByTestId("welcome-fault")).ToContainTextAsync("Keys refused");
        await visit.Page.GetByLabel("Keys", new() { Exact = true }).FillAsync(StudioFixture.Key);
        await visit.Page.Keyboard.PressAsync("Enter");

        await Expect(Step(visit)).ToHaveTextAsync("2 of 3");
        await Expect(visit.Page.GetByText($"KINORA_PUBLIC_URL={kinora.Url.GetLeftPart(UriPartial.Authority)}")).ToBeVisibleAsync();
        await NextAsync(visit);

        await Expect(Step(visit)).ToHaveTextAsync("3 of 3");
        var make = visit.Page.GetByTestId("welcome-make");
        await Expect(make).ToContainTextAsync("credits");
        await make.ClickAsync();
        var video = visit.Page.GetByTestId("welcome-video");
        await Expect(video).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await video.EvaluateAsync("video => video.play()");
        await visit.Page.WaitForFunctionAsync("() => document.querySelector('[data-testid=welcome-video]').currentTime > 0.2");
        await NextAsync(visit);

        await Expect(visit.Takes).ToHaveCountAsync(1);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Steps_can_be_left_out_and_taken_up_again_from_Admin()
    {
        await using var kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_PUBLIC_URL"] = "https://videos.example.com" });
        await using var visit = await studio.OwnerAsync(Screen.Phone, kinora, welcomed: false);
        await visit.PreferAsync("light", "en");
        await visit.Page.GotoAsync("/");
        await visit.Page.GetByTestId("welcome-skip").TapAsync();
        await Expect(visit.Prompt).ToBeVisibleAsync();
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.GetByTestId("sample").First).ToBeVisibleAsync();

        await visit.Page.GotoAsync("/admin");
        await visit.Page.GetByTestId("first-steps").TapAsync();
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "KIE.ai" }).TapAsync();
        await Expect(visit.Page.GetByText("KIE_API_KEY=…")).ToBeVisibleAsync();
        await NextAsync(visit);
        await Expect(visit.Page.GetByText("https://videos.example.com")).ToBeVisibleAsync();
        (await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Screen.Phone.Width);
        visit.ShouldHaveNoComplaints();
    }

    private static ILocator Step(Visit visit) => visit.Page.GetByTestId("welcome-step");

    private static Task NextAsync(Visit visit) => visit.Page.GetByTestId("welcome-next").ClickAsync();
}
