using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class RefusalTests(StudioFixture studio)
{
    private const string Reason = "The prompt was flagged by our AI moderator as violating content policies";

    [Fact]
    public async Task Prompt_that_the_provider_declines_shows_its_words_costs_nothing_and_stays()
    {
        await using var visit = await studio.SignedInAsync(key: await StudioFixture.NewAccountAsync(studio.Kinora));
        var before = await visit.BalanceAsync();
        await visit.Prompt.FillAsync("A famous person on the moon [[moderated]]");

        var take = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(take, "failed");

        await Expect(visit.Take(take)).ToContainTextAsync(Reason);
        await Expect(visit.Take(take)).ToContainTextAsync("Not charged");
        (await visit.BalanceAsync()).ShouldBe(before);
        await visit.Page.ReloadAsync();
        await Expect(visit.Take(take)).ToContainTextAsync(Reason);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Account_that_cannot_pay_is_told_what_is_missing()
    {
        await using var visit = await studio.SignedInAsync(key: await StudioFixture.NewAccountAsync(studio.Kinora, credits: 1));
        await visit.Prompt.FillAsync("Something that costs more than one credit");

        await Expect(visit.Generate).ToHaveAttributeAsync("data-state", "short");
        await Expect(visit.Generate).ToBeDisabledAsync();
        visit.ShouldHaveNoComplaints();
    }
}
