using Kinora.Client;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class ModelSelectorTests(StudioFixture studio)
{
    [Fact]
    public async Task Selector_shows_every_model()
    {
        var models = await studio.ModelsAsync();
        await using var visit = await SelectorAsync();
        await SeeAsync(visit, models);
        foreach (var model in models) await Expect(visit.ModelCard(model.Id)).ToContainTextAsync(model.Name);
        models.ShouldContain(model => model.Modes.Any(mode => mode.Mode == "motion-control"));
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Each_model_has_a_gradient_of_its_own()
    {
        await using var visit = await SelectorAsync();
        var drawn = await visit.Page.GetByTestId("model-card").EvaluateAllAsync<string[]>(
            "cards => cards.map((card) => getComputedStyle(card.querySelector('.mesh')).backgroundImage)");
        drawn.ShouldAllBe(image => image.Contains("gradient", StringComparison.Ordinal));
        drawn.ShouldBeUnique();
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Badges_stand_on_their_models_and_on_the_chip()
    {
        var models = await studio.ModelsAsync();
        await using var visit = await SelectorAsync();
        foreach (var badge in (string[])["FAST", "ULTRA", "CORE", "NEW", "PRO"])
        {
            var text = visit.Page.GetByText(badge, new() { Exact = true });
            var badged = await visit.Page.GetByTestId("model-card").Filter(new() { Has = text }).EvaluateAllAsync<string[]>("cards => cards.map((card) => card.dataset.model)");
            badged.ShouldBe(models.Where(model => model.Badge == badge).Select(model => model.Id));

            await visit.ModelCard(badged[0]).ClickAsync();
            await Expect(visit.ModelChip).ToContainTextAsync(badge);
            await visit.ModelChip.ClickAsync();
        }

        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Pointing_at_a_model_tells_of_it_and_one_click_uses_it_and_closes()
    {
        var model = (await studio.ModelsAsync()).Where(model => model.Available).ElementAt(2);
        await using var visit = await SelectorAsync();
        await visit.ModelCard(model.Id).HoverAsync();
        await Expect(visit.Page.GetByTestId("model-detail")).ToContainTextAsync(model.Summary);

        await visit.ModelCard(model.Id).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(visit.ModelChip).ToHaveAttributeAsync("data-model", model.Id);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Model_that_is_not_available_says_why_and_is_not_used()
    {
        var model = (await studio.ModelsAsync()).First(model => !model.Available);
        await using var visit = await SelectorAsync();
        var before = await visit.ModelChip.GetAttributeAsync("data-model");
        await visit.ModelCard(model.Id).ClickAsync(new() { Force = true });
        await Expect(visit.ModelCard(model.Id)).ToContainTextAsync(model.UnavailableReason!);
        await Expect(visit.Page.GetByTestId("use-model")).ToBeDisabledAsync();
        await Expect(visit.ModelChip).ToHaveAttributeAsync("data-model", before!);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Filters_leave_the_models_that_fit()
    {
        var models = await studio.ModelsAsync();
        await using var visit = await SelectorAsync();
        var (page, size, vendor) = (visit.Page, visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Size" }), visit.Page.GetByRole(AriaRole.Combobox, new() { Name = "Vendor" }));

        await page.GetByRole(AriaRole.Button, new() { Name = "Ingredients" }).ClickAsync();
        await SeeAsync(visit, models.Where(model => model.Modes.Any(mode => mode.Mode == "reference-to-video")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sound", Exact = true }).ClickAsync();
        var sounding = models.Where(model => model.Modes.Any(mode => mode.Mode == "reference-to-video") && model.Sound is "always" or "optional" or "kept").ToList();
        await SeeAsync(visit, sounding);
        await vendor.SelectOptionAsync(sounding[0].Vendor);
        await SeeAsync(visit, sounding.Where(model => model.Vendor == sounding[0].Vendor));

        await page.GetByRole(AriaRole.Button, new() { Name = "All" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sound", Exact = true }).ClickAsync();
        await vendor.SelectOptionAsync("");
        await size.SelectOptionAsync("4K");
        await SeeAsync(visit, models.Where(model => model.Modes.Any(mode => model.Choices(mode.Mode, "resolution")?.Contains("4k") == true)));
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Works_today_leaves_what_was_seen_to_work()
    {
        await using var visit = await studio.SignedInAsync();
        await visit.Prompt.FillAsync("A model at work");
        var used = (await visit.ModelChip.GetAttributeAsync("data-model"))!;
        await visit.SeeStatusAsync(await visit.PressGenerateAsync(), "succeeded");
        await visit.Page.ReloadAsync();
        await visit.ModelChip.ClickAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Works today" }).ClickAsync();
        await Expect(visit.ModelCard(used)).ToBeVisibleAsync();
        var cards = visit.Page.GetByTestId("model-card");
        var working = cards.Filter(new() { Has = visit.Page.GetByRole(AriaRole.Img, new() { Name = "Works" }) });
        (await cards.CountAsync()).ShouldBe(await working.CountAsync());
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Models_are_sorted_by_price_speed_and_name()
    {
        var models = await studio.ModelsAsync();
        await using var visit = await SelectorAsync();
        await SortedAsync("price", models.OrderBy(model => model.FromCredits));
        await SortedAsync("speed", models.OrderBy(model => model.TypicalSeconds));
        await SortedAsync("name", models.OrderBy(model => model.Name, StringComparer.OrdinalIgnoreCase));
        visit.ShouldHaveNoComplaints();

        async Task SortedAsync(string by, IEnumerable<ModelResponse> expected)
        {
            await visit.Page.Locator($"[data-testid=model-sort][data-value={by}]").ClickAsync();
            await SeeAsync(visit, expected, inOrder: true);
        }
    }

    [Fact]
    public async Task Search_finds_by_name_vendor_and_ability_and_says_when_there_is_nothing()
    {
        var models = await studio.ModelsAsync();
        await using var visit = await SelectorAsync();
        var search = visit.Page.GetByTestId("model-search");
        await search.FillAsync(models[3].Name);
        await Expect(visit.ModelCard(models[3].Id)).ToBeVisibleAsync();
        await search.FillAsync(models[0].Vendor + " ingredients");
        await Expect(visit.ModelCard(models.First(model => model.Vendor == models[0].Vendor && model.Can("reference-to-video")).Id)).ToBeVisibleAsync();
        await search.FillAsync("no such model");
        await Expect(visit.Page.GetByText("No model matches")).ToBeVisibleAsync();
        visit.ShouldHaveNoComplaints();
    }

    private async Task<Visit> SelectorAsync()
    {
        var visit = await studio.SignedInAsync();
        await visit.ModelChip.ClickAsync();
        await Expect(visit.Page.GetByTestId("model-card").First).ToBeVisibleAsync();
        return visit;
    }

    private static async Task SeeAsync(Visit visit, IEnumerable<ModelResponse> expected, bool inOrder = false)
    {
        var ids = expected.Select(model => model.Id).ToList();
        ids.ShouldNotBeEmpty();
        var cards = visit.Page.GetByTestId("model-card");
        await Expect(cards).ToHaveCountAsync(ids.Count);
        (await cards.EvaluateAllAsync<string[]>("cards => cards.map((card) => card.dataset.model)")).ShouldBe(ids, ignoreOrder: !inOrder);
    }
}
