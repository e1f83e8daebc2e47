using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>Each thing that models can do, from the tab to a video that plays. Words alone and a first frame are in <see cref="GenerateTests"/>.</summary>
public sealed class ModeTests(StudioFixture studio)
{
    private const string Frames = "image-to-video", Ingredients = "reference-to-video", Edit = "video-to-video", Motion = "motion-control", Speech = "speech-to-video";

    [Fact]
    public async Task First_and_last_frame_are_swapped_and_joined()
    {
        var model = await studio.ModelWithAsync(Frames, "firstFrame", "lastFrame");
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id, Frames);
        await visit.Prompt.FillAsync("Day turns into night");
        await visit.GiveAsync("firstFrame", Samples.Picture("day.png"));
        await visit.GiveAsync("lastFrame", Samples.Picture("night.png", 960, 540));
        var (first, last) = (visit.Filled("firstFrame").Locator("img"), visit.Filled("lastFrame").Locator("img"));
        var (day, night) = ((await first.GetAttributeAsync("src"))!, (await last.GetAttributeAsync("src"))!);

        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Swap first and last frame" }).ClickAsync();
        await Expect(first).ToHaveAttributeAsync("src", night);
        await Expect(last).ToHaveAttributeAsync("src", day);

        await GenerateAndWatchAsync(visit);
    }

    [Fact]
    public async Task Several_ingredients_make_one_video()
    {
        var model = (await studio.ModelsAsync()).First(each => each.Can(Ingredients) && each.Control(Ingredients, "references") is { Required: true, MaxItems: > 1 });
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id, Ingredients);
        await visit.Prompt.FillAsync("The fox meets the owl");
        await visit.GiveAsync("references", Samples.Picture("fox.png"), Samples.Picture("owl.png", 960, 540));

        await GenerateAndWatchAsync(visit);
    }

    [Fact]
    public async Task Clip_is_edited()
    {
        var model = await studio.ModelWithAsync(Edit, "prompt", "sourceVideo");
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id, Edit);
        await visit.Prompt.FillAsync("Make it snow");
        await visit.GiveAsync("sourceVideo", await Samples.ClipAsync());

        await GenerateAndWatchAsync(visit);
    }

    [Fact]
    public async Task Character_moves_as_in_the_clip_and_faces_as_chosen()
    {
        var model = await studio.ModelWithAsync(Motion, "firstFrame", "motionVideo", "characterOrientation");
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id, Motion);
        await visit.GiveAsync("firstFrame", Samples.Picture());
        await visit.GiveAsync("motionVideo", await Samples.ClipAsync());

        await visit.SeeAskedAsync("\"characterOrientation\":\"image\"", () => visit.PickAsync("characterOrientation", "image"));
        await Expect(visit.Capsule("characterOrientation")).ToContainTextAsync("As in picture", new() { IgnoreCase = true });

        await GenerateAndWatchAsync(visit);
    }

    [Fact]
    public async Task Portrait_speaks_with_the_given_voice()
    {
        var model = await studio.ModelWithAsync(Speech, "prompt", "firstFrame", "audio");
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id, Speech);
        await visit.Prompt.FillAsync("She speaks calmly");
        await visit.GiveAsync("firstFrame", Samples.Picture());
        await visit.GiveAsync("audio", await Samples.VoiceAsync());

        await GenerateAndWatchAsync(visit);
    }

    [Fact]
    public async Task Finished_take_is_continued()
    {
        var models = await studio.ModelsAsync();
        var (extender, source) = (
            from model in models
            where model.Can("extend")
            from maker in models
            let makes = maker.Available ? maker.Modes.FirstOrDefault(mode => mode.Mode == "text-to-video")?.Variant : null
            where makes is not null && model.Control("extend", "source")?.From?.Contains(makes) == true
            select (model, maker)).First();
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(source.Id, "text-to-video");
        await visit.Prompt.FillAsync("A train leaves the station");
        var earlier = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(earlier, "succeeded");

        await visit.ChooseAsync(extender.Id, "extend");
        await visit.Page.GetByTestId("take-slot").ClickAsync();
        await visit.Page.Locator($"[data-testid=take-choice][data-take='{earlier}']").ClickAsync();
        await visit.Prompt.FillAsync("It crosses a bridge");

        await GenerateAndWatchAsync(visit);
    }

    private static async Task GenerateAndWatchAsync(Visit visit)
    {
        var take = await visit.PressGenerateAsync();
        await visit.SeeStatusAsync(take, "succeeded");
        await visit.WatchAsync(take);
        visit.ShouldHaveNoComplaints();
    }
}
