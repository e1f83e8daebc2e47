using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class PaletteTests(StudioFixture studio)
{
    [Fact]
    public async Task Keys_alone_find_and_use_models_takes_and_actions()
    {
        await using var visit = await studio.SignedInAsync();
        await visit.Prompt.FillAsync("[[moderated]] A crowd of umbrellas");
        var take = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(take, "failed");
        var model = await visit.ModelChip.GetAttributeAsync("data-model");

        await OpenAsync(visit);
        await Expect(visit.Page.Locator("[data-entry^=take-]")).Not.ToHaveCountAsync(0);
        await visit.Page.Keyboard.PressAsync("Tab");
        await Expect(visit.Page.Locator("[data-testid=palette-entry]:not([data-entry^=model-])")).ToHaveCountAsync(0);
        await Expect(Marked(visit)).ToHaveAttributeAsync("data-entry", $"model-{model}");
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        var next = (await Marked(visit).GetAttributeAsync("data-entry"))!;
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.ModelChip).ToHaveAttributeAsync("data-model", next["model-".Length..]);
        await Expect(visit.Page.GetByTestId("palette")).ToBeHiddenAsync();

        await OpenAsync(visit);
        await visit.Page.Keyboard.TypeAsync("umbrellas");
        await Expect(Marked(visit)).ToHaveAttributeAsync("data-entry", $"take-{take}");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync($"**/takes/{take}");
        await Expect(visit.Page.GetByTestId("palette")).ToBeHiddenAsync();

        await OpenAsync(visit);
        await visit.Page.Keyboard.TypeAsync("new story");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/storyboard");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Theme_and_language_change_at_once_and_Escape_leaves_all_as_it_was()
    {
        await using var visit = await studio.SignedInAsync();
        await UseAsync(visit, "action-theme");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");
        await UseAsync(visit, "action-speak-ru");
        await Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
        await UseAsync(visit, "action-speak-en");

        await visit.Prompt.FocusAsync();
        await OpenAsync(visit);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.GetByTestId("palette")).ToBeHiddenAsync();
        await Expect(visit.Prompt).ToBeFocusedAsync();
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task What_the_model_lacks_is_listed_with_the_reason_and_does_nothing()
    {
        await using var visit = await studio.SignedInAsync();
        await OpenAsync(visit);
        await Expect(visit.Page.Locator("[data-entry^=mode-]")).ToHaveCountAsync(0);
        await visit.Page.Keyboard.TypeAsync("switch to");
        var lacking = visit.Page.Locator("[data-entry^=mode-][aria-disabled=true]").First;
        await Expect(lacking).ToContainTextAsync("does not do this");
        await lacking.ClickAsync(new() { Force = true });
        await Expect(visit.Page.GetByTestId("palette")).ToBeVisibleAsync();

        var own = visit.Page.Locator("[data-entry^=mode-]:not([aria-disabled])").Last;
        var mode = (await own.GetAttributeAsync("data-entry"))!["mode-".Length..];
        await own.ClickAsync();
        await Expect(visit.ModeTab(mode)).ToHaveAttributeAsync("data-state", "active");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Phone_reaches_it_from_the_menu_as_a_sheet()
    {
        await using var visit = await studio.SignedInAsync(Screen.Phone);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Account", Exact = true }).TapAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Command palette" }).TapAsync();
        var palette = visit.Page.GetByTestId("palette");
        await Expect(palette).ToBeVisibleAsync();
        var box = (await palette.BoundingBoxAsync())!;
        box.Width.ShouldBe(Screen.Phone.Width);
        await visit.Page.Locator("[data-entry=action-go-library]").TapAsync();
        await visit.Page.WaitForURLAsync("**/library");
        visit.ShouldHaveNoComplaints();
    }

    private static ILocator Marked(Visit visit) => visit.Page.Locator("[data-testid=palette-entry][aria-selected=true]");

    private static async Task OpenAsync(Visit visit)
    {
        await visit.Page.Keyboard.PressAsync("Control+k");
        await Expect(visit.Page.GetByTestId("palette-search")).ToBeFocusedAsync();
    }

    private static async Task UseAsync(Visit visit, string entry)
    {
        await OpenAsync(visit);
        await visit.Page.Locator($"[data-entry={entry}]").ClickAsync();
        await Expect(visit.Page.GetByTestId("palette")).ToBeHiddenAsync();
    }
}
