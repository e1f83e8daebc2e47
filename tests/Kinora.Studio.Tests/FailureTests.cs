using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class FailureTests(StudioFixture studio)
{
    private const int MostTries = 12;
    private const string Gone = "The page does not exist or is not published";

    [Fact]
    public async Task Model_that_its_provider_took_away_says_so_and_another_takes_the_prompt()
    {
        await using var kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_SANDBOX_SPEED"] = "0" });
        using var api = new Api(kinora);
        var model = await api.PlainModelAsync();
        var (take, reason) = await TakeAwayAsync(api, model);
        await using var visit = await studio.SignedInAsync(kinora: kinora);

        var card = visit.Take(take);
        await Expect(card).ToContainTextAsync(Gone);
        await Expect(card).ToContainTextAsync("Not charged");
        await card.GetByRole(AriaRole.Button, new() { Name = "Try another model" }).ClickAsync();
        await Expect(visit.Prompt).ToHaveValueAsync(Words);
        var gone = visit.Page.Locator($"[data-testid=model-card][data-model='{model}']");
        await Expect(gone).ToContainTextAsync(reason);
        await Expect(visit.Page.GetByTestId("use-model")).ToBeDisabledAsync();
        var other = (await api.ModelsAsync()).First(one => one.Id != model && one.Available && one.Modes.Any(mode => mode.Mode == "text-to-video")).Id;
        await visit.Page.Locator($"[data-testid=model-card][data-model='{other}']").ClickAsync();
        await Expect(visit.Generate).ToBeEnabledAsync();
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Who_cannot_pay_is_told_what_is_missing_and_who_has_credits()
    {
        using var api = new Api(studio.Kinora);
        await using var visit = await studio.SignedInAsync(key: await StudioFixture.NewAccountAsync(studio.Kinora, credits: 1, role: "admin"));
        await visit.Prompt.FillAsync("A palace of gold");
        await Expect(visit.Page.GetByTestId("balance-note")).ToContainTextAsync("cr short");
        await Expect(visit.Page.GetByTestId("who-has-credits").GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/admin/accounts");

        var maya = (await api.PostAsync("/api/admin/accounts", new { name = "Maya", credits = 1 }))["id"]!.GetValue<string>();
        var link = (await api.PostAsync($"/api/admin/accounts/{maya}/sign-in-link"))["url"]!.GetValue<string>();
        await using var other = await studio.VisitAsync();
        await other.Page.GotoAsync(link);
        await other.Prompt.FillAsync("A palace of silver");
        await Expect(other.Page.GetByTestId("who-has-credits")).ToContainTextAsync("Ask an administrator");
        visit.ShouldHaveNoComplaints();
    }

    private const string Words = $"[[refuse:422:{Gone}]] A ghost";

    /// <summary>Asks a model that its provider refuses until it counts as gone; answers a take that failed so, and what is said of the model.</summary>
    private static async Task<(string Take, string Reason)> TakeAwayAsync(Api api, string model)
    {
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var take = await api.GenerateAsync(Words, model);
            await api.UntilAsync(take, "failed");
            if ((await api.ModelsAsync()).Single(one => one.Id == model) is { Available: false } gone) return (take, gone.UnavailableReason!);
        }

        throw new InvalidOperationException("The model is still offered.");
    }
}
