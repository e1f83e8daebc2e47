using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>The two models that the first checklist named one by one. Where the catalog knows better by now, its guide says so.</summary>
public sealed class FirstChecklistTests(StudioFixture studio)
{
    private const string Text = "text-to-video";

    [Theory]
    [InlineData("grok", "NEW", "9:16", "6 s", 25, true, true)]
    [InlineData("sora", "PRO", "16:9", "10 s", 250, false, false)]
    public async Task Model_opens_as_it_should(string family, string badge, string ratio, string length, int credits, bool ingredients, bool sizes)
    {
        var model = (await studio.ModelsAsync()).First(model => model.Family == family && model.Badge == badge);
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id, Text);
        await visit.Prompt.FillAsync("A shot");

        await Expect(visit.ModelChip).ToContainTextAsync(badge);
        await Expect(visit.Capsule("aspectRatio")).ToContainTextAsync(ratio);
        await Expect(visit.Capsule("duration")).ToContainTextAsync(length);
        await Expect(visit.Generate).ToHaveAccessibleNameAsync($"Generate, {credits} credits");
        await Expect(visit.Capsule("sound")).ToContainTextAsync("Sound on");
        await Expect(visit.Capsule("resolution")).ToHaveCountAsync(sizes ? 1 : 0);
        await Expect(visit.ModeTab("reference-to-video")).ToHaveCountAsync(ingredients ? 1 : 0);
        await visit.ModeTab("image-to-video").ClickAsync();
        await Expect(visit.Page.Locator("[data-slot=firstFrame]")).ToBeVisibleAsync();
        await Expect(visit.Page.Locator("[data-slot=lastFrame]")).ToHaveCountAsync(0);
        visit.ShouldHaveNoComplaints();
    }
}
