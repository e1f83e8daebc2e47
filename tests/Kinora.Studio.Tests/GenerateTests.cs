using System.Text.RegularExpressions;
using Kinora.Testing.Processes;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed partial class GenerateTests(StudioFixture studio)
{
    private static readonly string[] Order = ["queued", "submitting", "running", "collecting", "succeeded"];

    [Fact]
    public async Task Prompt_goes_through_its_phases_and_becomes_a_video_that_plays()
    {
        await using var visit = await studio.SignedInAsync();
        await visit.Prompt.FillAsync("A paper boat sails down a rainy street");
        await Expect(visit.Generate).ToHaveAccessibleNameAsync(Price());

        var take = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(take, "succeeded");

        var seen = (await visit.SeenAsync(take)).Where(Order.Contains).ToList();
        seen.ShouldContain("running");
        seen.ShouldBe(seen.OrderBy(status => Array.IndexOf(Order, status)), ignoreOrder: false, "Phases only go forward.");
        await visit.WatchAsync(take);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Reload_in_the_middle_loses_nothing()
    {
        await using var visit = await studio.SignedInAsync();
        await visit.Prompt.FillAsync("A kite over the dunes");
        var take = await visit.PressGenerateAsync();

        await visit.Page.ReloadAsync();
        await Expect(visit.Take(take)).ToHaveCountAsync(1);
        await visit.SeeStatusAsync(take, "succeeded");

        await visit.WatchAsync(take);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Server_that_is_killed_and_returns_is_picked_up_where_it_was()
    {
        await using var kinora = await StudioFixture.StartServerAsync();
        await using var visit = await studio.SignedInAsync(kinora: kinora);
        await visit.Prompt.FillAsync("A lighthouse in a storm");
        var take = await visit.PressGenerateAsync();
        // Before the provider's answer is written down, a crash would make it wait for the callback instead.
        await visit.SeeStatusAsync(take, "running");

        await kinora.KillAsync();
        await Expect(visit.Page.GetByTestId("reconnecting")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await kinora.StartAsync(TestContext.Current.CancellationToken);
        await visit.SeeStatusAsync(take, "succeeded");

        await Expect(visit.Page.GetByTestId("reconnecting")).ToBeHiddenAsync(new() { Timeout = 60_000 });
    }

    /// <summary>Five of them; <c>./test --long</c> takes all.</summary>
    [Fact]
    public async Task Every_family_makes_a_video_from_words()
    {
        await using var visit = await studio.SignedInAsync();
        var families = (await studio.ModelsAsync()).Where(model => model.Can("text-to-video")).GroupBy(model => model.Family).Select(family => family.First()).ToList();
        families.Count.ShouldBeGreaterThanOrEqualTo(5);
        if (!StudioFixture.IsLong) families = families[..5];

        var takes = new List<string>();
        foreach (var model in families)
        {
            await visit.ChooseAsync(model.Id);
            await visit.ModeTab("text-to-video").ClickAsync();
            await visit.Prompt.FillAsync($"A harbour at dawn, for {model.Family}");
            takes.Add(await visit.PressGenerateAsync());
        }

        foreach (var take in takes) await visit.SeeStatusAsync(take, "succeeded");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Picture_becomes_the_first_frame()
    {
        var model = (await studio.ModelsAsync()).First(model => model.Available && model.Control("image-to-video", "firstFrame") is not null);
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id);
        await visit.ModeTab("image-to-video").ClickAsync();
        await visit.Prompt.FillAsync("The picture comes to life");
        await visit.Page.Locator("[data-slot-input=firstFrame]").SetInputFilesAsync(Samples.Picture());

        var take = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(take, "succeeded");

        await visit.WatchAsync(take);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Prompt_that_is_too_long_cannot_be_sent_and_says_why()
    {
        var most = (await studio.ModelsAsync()).Where(model => model.Can("text-to-video")).First(model => model.Control("text-to-video", "prompt")?.MaxLength is not null);
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(most.Id);
        await visit.ModeTab("text-to-video").ClickAsync();

        await visit.Prompt.FillAsync(new string('x', most.Control("text-to-video", "prompt")!.MaxLength!.Value + 1));

        await Expect(visit.Generate).ToBeDisabledAsync();
        await Expect(visit.Prompt).ToHaveAttributeAsync("aria-invalid", "true");
        visit.ShouldHaveNoComplaints();
    }

    [GeneratedRegex("[0-9]+ credits", RegexOptions.None, 1000)]
    private static partial Regex Price();
}
