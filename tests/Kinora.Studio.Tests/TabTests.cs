using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class TabTests(StudioFixture studio)
{
    [Fact]
    public async Task What_is_done_to_takes_in_one_tab_is_seen_in_the_other()
    {
        await using var kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_SANDBOX_SPEED"] = "0" });
        using var api = new Api(kinora);
        await using var one = await studio.SignedInAsync(kinora: kinora);
        var other = await one.OpenTabAsync();
        await other.Page.GotoAsync("/");
        await Expect(other.Prompt).ToBeVisibleAsync();
        var before = await other.BalanceAsync();

        await one.Prompt.FillAsync("A door between two rooms");
        var take = await one.PressGenerateAsync();
        await other.SeeStatusAsync(take, "succeeded");
        await Expect(other.Page.GetByTestId("balance")).Not.ToHaveTextAsync(before);
        await Expect(other.Page.GetByTestId("balance")).ToHaveTextAsync(await one.BalanceAsync());

        await other.Take(take).HoverAsync();
        await other.Take(take).GetByTestId("favorite").ClickAsync();
        await Expect(one.Take(take).GetByTestId("favorite")).ToHaveAttributeAsync("aria-pressed", "true");

        await other.Page.GotoAsync($"/takes/{take}");
        await Expect(other.Page.GetByTestId("take-video")).ToBeVisibleAsync();
        await other.Page.Keyboard.PressAsync("Delete");
        await Expect(one.Take(take)).ToHaveCountAsync(0);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(one.Take(take)).ToHaveCountAsync(1);

        var waiting = await api.GenerateAsync("[[refuse:429]] A turnstile");
        await Expect(one.Take(waiting)).ToHaveAttributeAsync("data-status", "queued");
        await other.Page.GotoAsync("/");
        await one.Take(waiting).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await other.SeeStatusAsync(waiting, "canceled");
        one.ShouldHaveNoComplaints();
        other.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Preferences_of_one_tab_hold_in_the_other_and_where_one_signs_in_next()
    {
        var key = await StudioFixture.NewAccountAsync(studio.Kinora);
        await using var one = await studio.SignedInAsync(key: key);
        var other = await one.OpenTabAsync();
        await other.Page.GotoAsync("/");
        await Expect(other.Prompt).ToBeVisibleAsync();

        await KeptAsync(one, () => one.Page.GetByRole(AriaRole.Button, new() { Name = "Switch theme" }).ClickAsync());
        await Expect(other.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await one.Page.GotoAsync("/account/preferences");
        await KeptAsync(one, () => one.Page.GetByRole(AriaRole.Switch).ClickAsync());
        await one.Page.GotoAsync("/");
        await KeptAsync(one, () => one.SpeakAsync("ru"));
        await Expect(other.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await other.Page.Keyboard.PressAsync("g");
        await other.Page.Keyboard.PressAsync("l");
        await Expect(other.Prompt).ToBeVisibleAsync();

        await using var elsewhere = await studio.SignedInAsync(key: key);
        await Expect(elsewhere.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await Expect(elsewhere.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        foreach (var each in (Visit[])[one, other, elsewhere]) each.ShouldHaveNoComplaints();
    }

    /// <summary>Chooses, and waits until the server keeps it.</summary>
    private static Task KeptAsync(Visit visit, Func<Task> choose) => visit.Page.RunAndWaitForResponseAsync(
        choose, response => response.Request.Method == "PUT" && response.Url.EndsWith("/api/preferences", StringComparison.Ordinal));
}
