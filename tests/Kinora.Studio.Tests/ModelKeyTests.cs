using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>The selector without a mouse, and what it keeps for the next time.</summary>
public sealed class ModelKeyTests(StudioFixture studio)
{
    [Fact]
    public async Task Arrows_move_enter_uses_and_typing_searches()
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Available).ToList();
        await using var visit = await SelectorAsync(models[0].Id);
        var (keys, marked) = (visit.Page.Keyboard, visit.Page.Locator("[data-testid=model-card][aria-selected=true]"));
        await Expect(marked).ToHaveAttributeAsync("data-model", models[0].Id);
        await keys.PressAsync("ArrowRight");
        await Expect(marked).ToHaveAttributeAsync("data-model", models[1].Id);
        await keys.PressAsync("ArrowDown");
        await Expect(marked).ToHaveAttributeAsync("data-model", models[4].Id);
        await keys.PressAsync("ArrowUp");
        await keys.PressAsync("ArrowLeft");
        await Expect(marked).ToHaveAttributeAsync("data-model", models[0].Id);

        var wanted = models[^1];
        await keys.TypeAsync(wanted.Name);
        await Expect(marked).ToHaveAttributeAsync("data-model", wanted.Id);
        await keys.PressAsync("Enter");
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(visit.ModelChip).ToHaveAttributeAsync("data-model", wanted.Id);
        await Expect(visit.ModelChip).ToBeFocusedAsync();
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Tab_reaches_the_filters_and_typing_there_searches_again()
    {
        await using var visit = await SelectorAsync();
        var keys = visit.Page.Keyboard;
        var ingredients = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ingredients" });
        for (var presses = 0; presses < 20 && !await ingredients.EvaluateAsync<bool>("chip => chip === document.activeElement"); presses++) await keys.PressAsync("Tab");
        await keys.PressAsync("Space");
        await Expect(ingredients).ToHaveAttributeAsync("aria-pressed", "true");

        await keys.TypeAsync("veo");
        await Expect(visit.Page.GetByTestId("model-search")).ToBeFocusedAsync();
        await Expect(visit.Page.GetByTestId("model-search")).ToHaveValueAsync("veo");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Favourite_is_set_by_key_or_star_and_kept_by_the_account()
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Available).ToList();
        var (byKey, byStar) = (models[1], models[2]);
        await using var visit = await SelectorAsync(models[0].Id);
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await PutAsync(() => visit.Page.Keyboard.PressAsync("s"));
        await PutAsync(() => Star(visit, byStar.Id).ClickAsync());
        await Expect(visit.Page.GetByTestId("model-search")).ToHaveValueAsync("");

        await using var elsewhere = await SelectorAsync();
        foreach (var model in new[] { byKey, byStar })
        {
            await Expect(Star(elsewhere, model.Id)).ToHaveAttributeAsync("data-on", "true");
            await Expect(Row(elsewhere, model.Id).GetByLabel("Favourite")).ToBeVisibleAsync();
        }

        await Row(elsewhere, byStar.Id).ClickAsync();
        await Expect(elsewhere.ModelChip).ToHaveAttributeAsync("data-model", byStar.Id);
        await PutAsync(() => Star(visit, byKey.Id).ClickAsync());
        await PutAsync(() => Star(visit, byStar.Id).ClickAsync());
        await Expect(Row(visit, byKey.Id)).ToHaveCountAsync(0);
        visit.ShouldHaveNoComplaints();
        elsewhere.ShouldHaveNoComplaints();

        async Task PutAsync(Func<Task> act) => (await visit.Page.RunAndWaitForResponseAsync(act, answer => answer.Request.Method == "PUT")).Ok.ShouldBeTrue();
    }

    [Fact]
    public async Task Models_used_lately_are_one_click_away_after_a_reload()
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Available).TakeLast(2).ToList();
        await using var visit = await studio.SignedInAsync();
        foreach (var model in models) await visit.ChooseAsync(model.Id);
        await visit.Page.ReloadAsync();
        await visit.ModelChip.ClickAsync();

        await Row(visit, models[0].Id).ClickAsync();
        await Expect(visit.ModelChip).ToHaveAttributeAsync("data-model", models[0].Id);
        visit.ShouldHaveNoComplaints();
    }

    private async Task<Visit> SelectorAsync(string? chosen = null)
    {
        var visit = await studio.SignedInAsync();
        if (chosen is not null) await visit.ChooseAsync(chosen);
        await visit.Page.Keyboard.PressAsync("Escape");
        await visit.ModelChip.ClickAsync();
        await Expect(visit.Page.GetByTestId("model-search")).ToBeFocusedAsync();
        return visit;
    }

    private static ILocator Star(Visit visit, string model) => visit.ModelCard(model).GetByTestId("model-star");

    private static ILocator Row(Visit visit, string model) => visit.Page.Locator($"[data-testid=recent-model][data-model='{model}']");
}
