using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>The studio without a mouse: nothing here points at anything.</summary>
public sealed class KeyboardTests(StudioFixture studio)
{
    [Fact]
    public async Task Take_is_asked_for_watched_kept_and_deleted_by_keys_alone()
    {
        var kinora = await studio.QuickAsync();
        var key = await StudioFixture.NewAccountAsync(kinora);
        using var api = new Api(kinora, key);
        var plain = await PlainAsync(api);
        await using var visit = await studio.VisitAsync(kinora: kinora);
        var keys = visit.Page.Keyboard;
        await visit.Page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await visit.Page.GotoAsync("/");
        await SignInAsync(visit, key);

        await keys.PressAsync("m");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await keys.TypeAsync(plain.Name);
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await Expect(visit.ModelChip).ToHaveAttributeAsync("data-model", plain.Id);
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await TypeInPromptAsync(visit);
        await keys.TypeAsync("A typewriter by a window");
        await Expect(visit.Generate).ToBeEnabledAsync();
        await keys.PressAsync("Control+Enter");
        await Expect(visit.Takes).ToHaveAttributeAsync("data-status", "succeeded", new() { Timeout = 60_000 });
        await keys.PressAsync("Control+a");
        await keys.PressAsync("Delete");
        await Expect(visit.Takes).ToHaveCountAsync(1);

        await LeaveFieldAsync(visit);
        await keys.PressAsync("ArrowRight");
        await Expect(visit.Takes.GetByTestId("open-take")).ToBeFocusedAsync();
        await keys.PressAsync("s");
        await Expect(visit.Takes.GetByTestId("favorite")).ToHaveAttributeAsync("aria-pressed", "true");
        await keys.PressAsync("u");
        await Expect(visit.Prompt).ToHaveValueAsync("A typewriter by a window");
        await LeaveFieldAsync(visit);
        await visit.Takes.GetByTestId("open-take").FocusAsync();
        (await visit.Page.RunAndWaitForDownloadAsync(() => keys.PressAsync("d"))).SuggestedFilename.ShouldEndWith(".mp4");
        await keys.PressAsync("l");
        await Expect(visit.Page.GetByText("Link copied")).ToBeVisibleAsync();
        await keys.PressAsync("Enter");
        await Expect(visit.Video).ToBeVisibleAsync();
        await keys.PressAsync("s");
        await keys.PressAsync("Escape");
        await Expect(visit.Video).ToBeHiddenAsync();
        await Expect(visit.Takes.GetByTestId("favorite")).ToHaveAttributeAsync("aria-pressed", "false");

        await visit.Takes.GetByTestId("open-take").FocusAsync();
        await keys.PressAsync("Delete");
        await Expect(visit.Takes).ToHaveCountAsync(0);
        await TabToAsync(visit, "Undo");
        await keys.PressAsync("Enter");
        await Expect(visit.Takes).ToHaveCountAsync(1);
        await visit.Takes.GetByTestId("open-take").FocusAsync();
        await keys.PressAsync("r");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Remix" })).ToBeVisibleAsync();
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Keys_lead_everywhere_select_in_the_library_and_can_be_turned_off()
    {
        var kinora = await studio.QuickAsync();
        var key = await StudioFixture.NewAccountAsync(kinora);
        using var api = new Api(kinora, key);
        foreach (var words in (string[])["First", "Second", "Third"]) await api.UntilAsync(await api.GenerateAsync(words), "succeeded");
        await using var visit = await studio.SignedInAsync(kinora: kinora, key: key);
        var keys = visit.Page.Keyboard;
        await LeaveFieldAsync(visit);

        foreach (var (letter, path) in ((string, string)[])[("p", "/compare"), ("a", "/account"), ("c", "/"), ("l", "/library")])
        {
            await keys.PressAsync("g");
            await keys.PressAsync(letter);
            await Expect(visit.Page).ToHaveURLAsync(new Uri(kinora.Url, path).ToString());
        }

        await keys.PressAsync("?");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Select a range");
        await keys.PressAsync("Escape");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await visit.Tile("Third").FocusAsync();
        await keys.PressAsync("x");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("ArrowRight");
        await keys.PressAsync("Shift+X");
        await Expect(visit.Page.GetByTestId("bulk-bar")).ToContainTextAsync("3 selected");
        await keys.PressAsync("Escape");
        await Expect(visit.Page.GetByTestId("bulk-bar")).ToBeHiddenAsync();

        await visit.Page.GotoAsync("/account/preferences");
        await visit.Page.GetByRole(AriaRole.Switch).PressAsync("Space");
        await Expect(visit.Page.GetByRole(AriaRole.Switch)).ToHaveAttributeAsync("aria-checked", "false");
        await visit.Page.GotoAsync("/library");
        await visit.Tile("Third").FocusAsync();
        foreach (var pressed in (string[])["x", "s", "?", "g", "c"]) await keys.PressAsync(pressed);
        await Expect(visit.Page.GetByTestId("bulk-bar")).ToHaveCountAsync(0);
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(visit.Page).ToHaveURLAsync(new Uri(kinora.Url, "/library").ToString());
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Figures_choose_the_mode()
    {
        using var api = new Api(studio.Kinora);
        var model = (await api.ModelsAsync()).First(model => model.Available && model.Modes.Select(mode => mode.Mode).Distinct().Count() > 2);
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id);
        await LeaveFieldAsync(visit);

        var tabs = visit.Page.GetByTestId("mode-tab");
        for (var place = await tabs.CountAsync(); place >= 1; place--)
        {
            await visit.Page.Keyboard.PressAsync($"{place}");
            await Expect(tabs.Nth(place - 1)).ToHaveAttributeAsync("aria-selected", "true");
        }

        visit.ShouldHaveNoComplaints();
    }

    private static async Task<(string Id, string Name)> PlainAsync(Api api)
    {
        var model = (await api.ModelsAsync()).Where(model => model.Available && model.Modes.Any(mode => mode.Mode == "text-to-video")).MinBy(model => model.FromCredits)!;
        return (model.Id, model.Name);
    }

    private static async Task SignInAsync(Visit visit, string key)
    {
        await Expect(visit.Page.GetByTestId("sign-in-way").First).ToBeVisibleAsync();
        await TabToAsync(visit, " key sign-in-way");
        await visit.Page.Keyboard.PressAsync("Enter");
        await TabToAsync(visit, "sign-in-key");
        await visit.Page.Keyboard.TypeAsync(key);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Prompt).ToBeVisibleAsync();
        visit.Forgive("401");
        await LeaveFieldAsync(visit);
    }

    // The focus comes back from a dialog a moment after it is gone: a key that is pressed before may be lost.
    private static async Task TypeInPromptAsync(Visit visit)
    {
        const string isFocused = "() => document.activeElement?.dataset.testid === 'composer-prompt'";
        await Expect(visit.Page.Locator("[role=dialog], [data-radix-focus-guard]")).ToHaveCountAsync(0);
        for (var press = 0; press < 5 && !await visit.Page.EvaluateAsync<bool>(isFocused); press++) await visit.Page.Keyboard.PressAsync("p");
        await Expect(visit.Prompt).ToBeFocusedAsync();
    }

    private static async Task LeaveFieldAsync(Visit visit)
    {
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(visit.Page.Locator("body")).ToBeFocusedAsync();
    }

    /// <summary>Goes on by Tab to a control whose name, text or value holds a word.</summary>
    private static async Task TabToAsync(Visit visit, string word)
    {
        for (var step = 0; step < 60; step++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            var at = await visit.Page.EvaluateAsync<string>("() => { const at = document.activeElement; return !at?.matches('button, a, input') ? '' : `${at?.textContent} ${at?.getAttribute('aria-label')} ${at?.dataset.value} ${at?.dataset.testid}`; }");
            if (at.Contains(word, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"Tab does not lead to {word}.");
    }
}
