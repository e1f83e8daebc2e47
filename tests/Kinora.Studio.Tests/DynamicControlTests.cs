using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinora.Client;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>What the composer offers is what the model can do.</summary>
public sealed class DynamicControlTests(StudioFixture studio)
{
    private const string Text = "text-to-video", Frames = "image-to-video", Ingredients = "reference-to-video";

    [Theory]
    [InlineData(Frames)]
    [InlineData(Ingredients)]
    public async Task Tab_is_there_only_where_the_model_supports_it(string mode)
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Available).ToList();
        await using var visit = await studio.SignedInAsync();
        foreach (var can in (bool[])[true, false])
        {
            var model = models.First(model => model.Can(mode) == can);
            await visit.ChooseAsync(model.Id);
            await Expect(visit.ModeTab(mode)).ToHaveCountAsync(can ? 1 : 0);
            await Expect(visit.Page.GetByTestId("mode-tab")).ToHaveCountAsync(model.Modes.Select(each => each.Mode).Distinct().Count());
        }

        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Resolution_is_offered_only_where_there_are_several()
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Can(Text)).ToList();
        var several = models.First(model => model.Choices(Text, "resolution") is { Count: > 1 });
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(several.Id, Text);
        (await visit.OffersAsync("resolution")).ShouldBe(several.Choices(Text, "resolution"));

        await visit.ChooseAsync(models.First(model => model.Control(Text, "resolution") is null).Id, Text);
        await Expect(visit.Capsule("resolution")).ToHaveCountAsync(0);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Multi_shot_is_offered_only_where_it_is_supported()
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Can(Text)).ToList();
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(models.First(model => model.Control(Text, "multiShot") is not null).Id, Text);
        await visit.Capsule("multiShot").ClickAsync();
        await Expect(visit.Capsule("multiShot")).ToHaveAttributeAsync("aria-pressed", "true");

        await visit.ChooseAsync(models.First(model => model.Control(Text, "multiShot") is null).Id, Text);
        await Expect(visit.Capsule("multiShot")).ToHaveCountAsync(0);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Durations_are_those_of_the_model()
    {
        var models = (await studio.ModelsAsync()).ToList();
        await using var visit = await studio.SignedInAsync();
        foreach (var model in models.Where(model => model.Can(Text) && model.Choices(Text, "duration") is { Count: > 1 }).DistinctBy(Durations).Take(3))
        {
            await visit.ChooseAsync(model.Id, Text);
            (await visit.OffersAsync("duration")).ShouldBe(model.Choices(Text, "duration"), model.Id);
        }

        var range = models.First(model => model.Can(Text) && model.Control(Text, "duration") is { Choices: null, Min: not null, Max: not null });
        await visit.ChooseAsync(range.Id, Text);
        await visit.Capsule("duration").ClickAsync();
        var slider = visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Slider);
        await Expect(slider).ToHaveAttributeAsync("aria-valuemin", Words(range.Control(Text, "duration")!.Min));
        await Expect(slider).ToHaveAttributeAsync("aria-valuemax", Words(range.Control(Text, "duration")!.Max));
        await visit.Page.Keyboard.PressAsync("Escape");

        var (only, mode) = (from model in models where model.Available from each in model.Modes where model.Choices(each.Mode, "duration") is { Count: 1 } select (model, each.Mode)).First();
        await visit.ChooseAsync(only.Id, mode);
        await Expect(visit.Capsule("duration")).ToBeDisabledAsync();
        await Expect(visit.Capsule("duration")).ToContainTextAsync(only.Choices(mode, "duration")![0]);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Ratios_are_those_of_the_model()
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Can(Text)).ToList();
        await using var visit = await studio.SignedInAsync();
        foreach (var model in models.Where(model => model.Choices(Text, "aspectRatio") is not null).DistinctBy(model => string.Join(' ', model.Choices(Text, "aspectRatio")!)).Take(3))
        {
            await visit.ChooseAsync(model.Id, Text);
            await Expect(visit.Capsule("aspectRatio")).ToContainTextAsync(model.Control(Text, "aspectRatio")!.Default!.ToString());
            (await visit.OffersAsync("aspectRatio")).ShouldBe(model.Choices(Text, "aspectRatio"), model.Id);
        }

        await visit.ChooseAsync(models.First(model => model.Control(Text, "aspectRatio") is null).Id, Text);
        await Expect(visit.Capsule("aspectRatio")).ToHaveCountAsync(0);
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Settings_follow_the_model_and_come_back_with_it()
    {
        var models = (await studio.ModelsAsync()).Where(model => model.Can(Text) && model.Choices(Text, "duration") is { Count: > 1 }).ToList();
        var (first, second) = (models[0], models.First(model => Durations(model) != Durations(models[0])));
        var chosen = first.Choices(Text, "duration")!.First(each => !second.Choices(Text, "duration")!.Contains(each));
        await using var visit = await studio.SignedInAsync();
        await visit.ChooseAsync(first.Id, Text);
        await visit.PickAsync("duration", chosen);
        await Expect(visit.Capsule("duration")).ToContainTextAsync(chosen);

        await visit.ChooseAsync(second.Id, Text);
        await Expect(visit.Capsule("duration")).ToContainTextAsync(second.Control(Text, "duration")!.Default!.ToString());
        await visit.ChooseAsync(first.Id, Text);
        await Expect(visit.Capsule("duration")).ToContainTextAsync(chosen);
        visit.ShouldHaveNoComplaints();
    }

    /// <summary>Of the first model of each vendor; <c>./test --long</c> takes all.</summary>
    [Fact]
    public async Task Price_is_right_for_each_model_and_length()
    {
        var all = (await studio.ModelsAsync()).Where(NeedsOnlyWords).ToList();
        all.Count.ShouldBeGreaterThan(20);
        var models = StudioFixture.IsLong ? all : [.. all.DistinctBy(model => model.Vendor)];
        using var client = studio.Kinora.CreateClient(StudioFixture.Key);
        await using var visit = await studio.SignedInAsync();
        await visit.Prompt.FillAsync("A shot");
        foreach (var model in models)
        {
            await visit.ChooseAsync(model.Id, Text);
            foreach (var seconds in Ends(model))
            {
                await SetAsync(visit, model, seconds);
                await Expect(visit.Generate).ToHaveAccessibleNameAsync($"Generate, {await QuoteAsync(client, model, seconds)}", new() { Timeout = 10_000 });
            }
        }

        visit.ShouldHaveNoComplaints();
    }

    /// <summary>The shortest and the longest length; null where there is none to set.</summary>
    private static IReadOnlyList<string?> Ends(ModelResponse model) => model.Control(Text, "duration") switch
    {
        null => [null],
        { Choices: { } choices } => choices.Count > 1 ? [choices[0].ToString(), choices[^1].ToString()] : [choices[0].ToString()],
        var range => range.Min is null ? [null] : [Words(range.Min), Words(range.Max)],
    };

    private static async Task SetAsync(Visit visit, ModelResponse model, string? seconds)
    {
        if (model.Control(Text, "duration") is not { } control || seconds is null || control.Choices is { Count: 1 }) return;
        if (control.Choices is not null)
        {
            await visit.PickAsync("duration", seconds);
            return;
        }

        await visit.Capsule("duration").ClickAsync();
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Slider).PressAsync(seconds == Words(control.Min) ? "Home" : "End");
        await visit.Page.Keyboard.PressAsync("Escape");
    }

    private static async Task<string> QuoteAsync(HttpClient client, ModelResponse model, string? seconds)
    {
        var body = new JsonObject { ["model"] = model.Id, ["mode"] = Text, ["prompt"] = "A shot" };
        if (seconds is not null) body["duration"] = int.Parse(seconds, CultureInfo.InvariantCulture);
        using var answer = await client.PostAsJsonAsync("/api/quotes", body, TestContext.Current.CancellationToken);
        var quote = (await answer.Content.ReadFromJsonAsync<QuoteResponse>(TestContext.Current.CancellationToken))!;
        var credits = string.Create(CultureInfo.InvariantCulture, $"{quote.Credits:N0} credit{(quote.Credits == 1 ? "" : "s")}");
        return quote.Exact ? credits : "up to " + credits;
    }

    private static bool NeedsOnlyWords(ModelResponse model) =>
        model.Can(Text) && model.Modes.First(mode => mode.Mode == Text).Controls is var controls && controls.Any(control => control.Role == "prompt") && controls.All(control => control is { Required: false } or { Role: "prompt" });

    private static string Durations(ModelResponse model) => string.Join(' ', model.Choices(Text, "duration") ?? []);

    private static string Words(decimal? number) => number!.Value.ToString("0.##", CultureInfo.InvariantCulture);
}
