using System.Globalization;
using System.Net.Http.Json;
using Kinora.Client;
using Kinora.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class TrimTests(StudioFixture studio)
{
    private const string Field = "sourceVideo";
    // FFmpeg has a low priority, and the machine may be busy.
    private const int Patience = 120_000;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clip_that_is_too_long_is_trimmed_with_keys_and_pointer_to_what_the_model_takes()
    {
        using var client = studio.Kinora.CreateClient(StudioFixture.Key);
        var models = (await client.GetFromJsonAsync<ModelPage>("/api/models", Stop))!.Items;
        var (model, mode, most) = models.Where(model => model.Available)
            .SelectMany(model => model.Modes.Select(mode => (model.Id, mode.Mode, Most: mode.Controls.FirstOrDefault(control => control.Role == Field)?.MaxSeconds)))
            .Where(found => found.Most is not null).OrderBy(found => found.Most).First();
        var longest = (int)most!.Value;
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(model);
        if (await visit.ModeTab(mode).CountAsync() > 0) await visit.ModeTab(mode).ClickAsync();

        await visit.Page.Locator($"[data-slot-input={Field}]").SetInputFilesAsync(new FilePayload
        {
            Name = "lighthouse.mp4", MimeType = "video/mp4", Buffer = await Videos.OfAsync(longest + 5),
        });
        var slot = visit.Page.Locator($"[data-testid=media-slot][data-slot={Field}]");
        await Expect(slot).ToContainTextAsync($"At most {longest} s", new() { Timeout = Patience });
        await visit.Page.GetByTestId("trim-offer").ClickAsync();
        var (start, end, keep) = (visit.Page.GetByTestId("trim-start"), visit.Page.GetByTestId("trim-end"), visit.Page.GetByTestId("trim-keep"));
        await Expect(keep).ToHaveTextAsync($"Keep {longest} s");

        // The end drags the start along; the start then shortens what is kept.
        await end.FocusAsync();
        await end.PressAsync("Shift+ArrowRight");
        await Expect(start).ToHaveAttributeAsync("aria-valuenow", "1");
        await start.PressAsync("Shift+ArrowRight");
        await start.PressAsync("ArrowRight");
        await Expect(start).ToHaveAttributeAsync("aria-valuenow", "2.1");
        var box = (await end.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + 20);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(box.X - 80, box.Y + 20, new() { Steps = 4 });
        await visit.Page.Mouse.UpAsync();
        var last = double.Parse((await end.GetAttributeAsync("aria-valuenow"))!, CultureInfo.InvariantCulture);
        last.ShouldBeLessThan(longest + 1);
        await keep.ClickAsync();

        await Expect(slot.And(visit.Page.Locator("[data-filled=true]"))).ToContainTextAsync("lighthouse.mp4", new() { Timeout = Patience });
        await Expect(visit.Page.GetByTestId("trim")).ToBeHiddenAsync();
        var part = (await client.GetFromJsonAsync<AssetPage>("/api/assets?kind=video&limit=1", Stop))!.Items.Single();
        part.DurationSeconds!.Value.ShouldBe(last - 2.1, 0.1);
        part.HasAudio.ShouldBeTrue();
        visit.ShouldHaveNoComplaints();
    }
}
