using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>What helps with a take before it is sent: settings that become words, and files that are seen.</summary>
public sealed class CreateAidTests(StudioFixture studio)
{
    private const string Text = "text-to-video", Frames = "image-to-video";

    // Hands a picture to the window as the system does.
    private const string Hand = """
        async ([kind, slot, base64]) => {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          const data = new DataTransfer();
          data.items.add(new File([bytes], "picture.png", { type: "image/png" }));
          const target = slot === "" ? document.body : document.querySelector(`[data-slot=${slot}]`);
          const event = { bubbles: true, cancelable: true };
          target.dispatchEvent(kind === "paste" ? new ClipboardEvent(kind, { ...event, clipboardData: data }) : new DragEvent(kind, { ...event, dataTransfer: data }));
        }
        """;

    [Fact]
    public Task Style_is_chosen_from_those_of_the_model_and_tells_what_it_adds() => ChooseWordsAsync("style");

    [Fact]
    public Task Camera_is_chosen_from_those_of_the_model_and_tells_what_it_adds() => ChooseWordsAsync("camera");

    [Fact]
    public async Task Strength_of_motion_is_set_on_a_slider_and_can_be_left_to_the_model()
    {
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync((await studio.ModelWithAsync(Text, "motionStrength")).Id, Text);
        await visit.Capsule("more").ClickAsync();
        var slider = visit.Page.GetByRole(AriaRole.Slider, new() { Name = "Motion strength" });
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "Automatic");

        await visit.SeeAskedAsync("\"motionStrength\":5", () => slider.PressAsync("End"));
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "5");
        await slider.PressAsync("Home");
        await Expect(slider).ToHaveAttributeAsync("aria-valuetext", "Automatic");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Sound_shows_whether_it_is_on()
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Can(Text)).ToList();
        await using var visit = await studio.SignedInAsync();
        var sound = visit.Capsule("sound");
        await visit.ChooseAsync(models.First(model => model.Sound == "optional" && model.Control(Text, "sound")?.Default?.GetValue<bool>() == false).Id, Text);
        await Expect(sound).ToHaveAttributeAsync("data-tone", "off");
        await Expect(sound.Locator(".lucide-volume-x")).ToBeVisibleAsync();
        await visit.SeeAskedAsync("\"sound\":true", () => sound.ClickAsync());
        await Expect(sound).ToHaveAttributeAsync("data-tone", "on");
        await Expect(sound.Locator(".lucide-volume-2")).ToBeVisibleAsync();

        await visit.ChooseAsync(models.First(model => model.Sound == "always").Id, Text);
        await Expect(sound).ToHaveAttributeAsync("data-tone", "fixed");
        await Expect(sound).ToContainTextAsync("Sound on");
        await visit.ChooseAsync(models.First(model => model.Sound == "never").Id, Text);
        await Expect(sound).ToHaveCountAsync(0);
        visit.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData("video-to-video", "sourceVideo")]
    [InlineData("motion-control", "motionVideo")]
    public async Task Clip_is_seen_before_it_is_paid_for(string mode, string role)
    {
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync((await studio.ModelWithAsync(mode, role)).Id, mode);
        await visit.GiveAsync(role, await Samples.ClipAsync());

        await Expect(visit.Filled(role)).ToContainTextAsync("clip.mp4");
        await Expect(visit.Filled(role)).ToContainTextAsync("0:04");
        await visit.Page.GetByTestId("clip-preview").EvaluateAsync("clip => clip.play()");
        await visit.Page.WaitForFunctionAsync("() => { const clip = document.querySelector('[data-testid=clip-preview]'); return clip.readyState >= 2 && clip.videoWidth === 640 && clip.currentTime > 0; }");
        visit.ShouldHaveNoComplaints();
    }

    [Theory]
    [InlineData(Frames, "firstFrame")]
    [InlineData("reference-to-video", "references")]
    public async Task Picture_is_seen_and_can_be_removed(string mode, string role)
    {
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync((await studio.ModelWithAsync(mode, role)).Id, mode);
        await visit.GiveAsync(role, Samples.Picture());
        await SeePictureAsync(visit, role);

        await RemoveAsync(visit, role);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Picture_that_is_dropped_finds_a_place_or_takes_the_one_under_it()
    {
        var model = (await studio.ModelsAsync()).First(model => model.Can(Text) && model.Control(Frames, "lastFrame") is not null);
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id, Text);
        await HandAsync(visit, "dragenter");
        await HandAsync(visit, "drop");
        await Expect(visit.ModeTab(Frames)).ToHaveAttributeAsync("data-state", "active");
        await SeePictureAsync(visit, "firstFrame");
        await RemoveAsync(visit, "firstFrame");

        await HandAsync(visit, "dragenter", "lastFrame");
        await Expect(visit.Page.Locator("[data-slot=lastFrame]")).ToContainTextAsync("Drop");
        await HandAsync(visit, "drop", "lastFrame");
        await SeePictureAsync(visit, "lastFrame");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Picture_from_the_clipboard_finds_its_place()
    {
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync((await studio.ModelWithAsync(Frames, "firstFrame")).Id, Text);
        await visit.Prompt.FillAsync("Words stay where they are");
        await HandAsync(visit, "paste");
        await SeePictureAsync(visit, "firstFrame");
        await Expect(visit.Prompt).ToHaveValueAsync("Words stay where they are");
        visit.ShouldHaveNoComplaints();
    }

    private async Task ChooseWordsAsync(string role)
    {
        var models = await studio.ModelsAsync();
        var model = models.First(model => model.Can(Text) && model.Choices(Text, role) is not null);
        var (word, clause) = model.Control(Text, role)!.Clauses!.Last();
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model.Id, Text);
        (await visit.OffersAsync(role)).Where(offer => offer != "").ShouldBe(model.Choices(Text, role));

        await visit.SeeAskedAsync($"\"{role}\":\"{word}\"", () => visit.PickAsync(role, word));
        await Expect(visit.Capsule(role)).ToContainTextAsync(word, new() { IgnoreCase = true });
        await visit.Capsule(role).ClickAsync();
        await Expect(visit.Page.GetByText(clause)).ToBeVisibleAsync();
        await visit.Page.Keyboard.PressAsync("Escape");

        await visit.ChooseAsync(models.First(other => other.Can(Text) && other.Control(Text, role) is null).Id, Text);
        await Expect(visit.Capsule(role)).ToHaveCountAsync(0);
        visit.ShouldHaveNoComplaints();
    }

    private static Task HandAsync(Visit visit, string kind, string slot = "") =>
        visit.Page.EvaluateAsync(Hand, new[] { kind, slot, Convert.ToBase64String(Samples.Picture().Buffer) });

    private static async Task RemoveAsync(Visit visit, string role)
    {
        await visit.Filled(role).GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Expect(visit.Filled(role)).ToHaveCountAsync(0);
    }

    private static async Task SeePictureAsync(Visit visit, string role)
    {
        await Expect(visit.Filled(role)).ToHaveCountAsync(1);
        await visit.Page.WaitForFunctionAsync("role => document.querySelector(`[data-slot=${role}][data-filled] img`)?.naturalWidth > 0", role);
    }
}
