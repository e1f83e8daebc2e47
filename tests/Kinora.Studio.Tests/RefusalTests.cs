using Kinora.Testing.Processes;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class RefusalTests(StudioFixture studio)
{
    [Fact]
    public async Task Prompt_that_the_provider_declines_shows_its_words_costs_nothing_and_stays()
    {
        await using var provider = await DecliningProvider.StartAsync(TestContext.Current.CancellationToken);
        await using var kinora = await StudioFixture.StartServerAsync(new() { ["KIE_API_KEY"] = "any", ["KIE_MARKET_BASE_URL"] = provider.Url });
        await using var visit = await studio.SignedInAsync(kinora: kinora);
        var before = await visit.BalanceAsync();
        await visit.Prompt.FillAsync("A famous person on the moon");

        var take = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(take, "failed");

        await Expect(visit.Take(take)).ToContainTextAsync(DecliningProvider.Reason);
        await Expect(visit.Take(take)).ToContainTextAsync("Not charged");
        (await visit.BalanceAsync()).ShouldBe(before);
        await visit.Page.ReloadAsync();
        await Expect(visit.Take(take)).ToContainTextAsync(DecliningProvider.Reason);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Account_that_cannot_pay_is_told_what_is_missing()
    {
        await using var kinora = await StudioFixture.StartServerAsync(new() { ["KINORA_INITIAL_CREDITS"] = "1" });
        await using var visit = await studio.SignedInAsync(kinora: kinora);
        await visit.Prompt.FillAsync("Something that costs more than one credit");

        await Expect(visit.Generate).ToHaveAttributeAsync("data-state", "short");
        await Expect(visit.Generate).ToBeDisabledAsync();
        visit.ShouldHaveNoComplaints();
    }
}
