using System.Net.Http.Json;
using Kinora.Testing.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>What can be seen of the work behind the takes. Each test has its own server, whose provider and receivers have bad days.</summary>
public sealed class MonitoringTests(StudioFixture studio)
{
    // The same words mean something else for another family, or nothing.
    private static readonly (string Family, string Words, string Meaning, string Fix)[] Refusals =
    [
        ("veo", "[[fail:422:rejected by Flow]]", "Google declined the prompt or a picture.", "leave out real people"),
        ("seedance", "[[fail:400:upload them to the Asset Library]]", "Seedance takes real people from KIE.ai's asset library only", "Use a picture without real people"),
        ("runway", "[[fail:400:unsupported width or height]]", "Runway does not take a picture or clip of this size.", "Resize it"),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deliveries_tell_answer_tries_and_time_and_go_again()
    {
        var down = true;
        await using var receiver = await ReceiverAsync(() => down ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status204NoContent);
        await using var kinora = await StartAsync();
        using (var client = kinora.CreateClient(StudioFixture.Key))
        using (var added = await client.PostAsJsonAsync("/api/webhooks/endpoints", new { url = receiver.Urls.First() + "/hook", events = new[] { "generation.succeeded" } }, Stop))
            added.EnsureSuccessStatusCode();
        await using var visit = await studio.SignedInAsync(kinora: kinora);
        await visit.Prompt.FillAsync("A pigeon carries news");
        await visit.SeeStatusAsync(await visit.PressGenerateAsync(), "succeeded");

        await visit.Page.GotoAsync("/account/webhooks/deliveries");
        var row = visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "generation.succeeded" });
        await Expect(row).ToContainTextAsync("Retrying", new() { Timeout = 60_000 });
        await row.GetByRole(AriaRole.Button).ClickAsync();
        var drawer = visit.Page.GetByRole(AriaRole.Dialog);
        await Expect(drawer).ToContainTextAsync("503");
        await Expect(drawer).ToContainTextAsync(" ms");

        down = false;
        // It would go again by itself in time: this is the press.
        var sent = await visit.Page.RunAndWaitForResponseAsync(
            () => drawer.GetByRole(AriaRole.Button, new() { Name = "Send again now" }).ClickAsync(), response => response.Url.EndsWith("/replay", StringComparison.Ordinal));
        sent.Ok.ShouldBeTrue(sent.StatusText);
        await Expect(drawer).ToContainTextAsync("Taken", new() { Timeout = 60_000 });

        await visit.Page.GotoAsync("/admin/deliveries");
        await visit.Page.GetByText("In, from providers").ClickAsync();
        await Expect(visit.Page.GetByTestId("callback").First).ToBeVisibleAsync();
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Take_that_is_tried_again_counts_its_attempts_and_says_why()
    {
        await using var kinora = await StartAsync();
        await using var visit = await studio.SignedInAsync(kinora: kinora);
        await visit.Prompt.FillAsync("A busy street [[refuse:455]]");
        var take = await visit.PressGenerateAsync();

        await Expect(visit.Take(take)).ToContainTextAsync("Attempt 2");
        await Expect(visit.Take(take)).ToContainTextAsync("the provider is busy, tried again soon");
        await Expect(visit.Take(take)).ToContainTextAsync("Attempt 3", new() { Timeout = 60_000 });
        await visit.Page.GotoAsync($"/takes/{take}");
        await Expect(visit.Page.GetByTestId("take-timeline")).ToContainTextAsync("attempt 2");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Failure_is_told_in_the_words_of_the_model_and_with_what_to_do()
    {
        await using var kinora = await StartAsync();
        await using var visit = await studio.SignedInAsync(kinora: kinora);
        foreach (var (family, words, meaning, fix) in Refusals)
        {
            var model = (await studio.ModelsAsync()).First(model => model.Family == family && model.Can("text-to-video"));
            await visit.ChooseAsync(model.Id, "text-to-video");
            await visit.Prompt.FillAsync($"A market {words}");
            var take = await visit.PressGenerateAsync();
            await visit.SeeStatusAsync(take, "failed");
            await Expect(visit.Take(take)).ToContainTextAsync(meaning);
            await Expect(visit.Take(take)).ToContainTextAsync(fix);
            await Expect(visit.Take(take)).ToContainTextAsync("Not charged");
        }

        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Response_times_are_shown_for_each_endpoint()
    {
        await using var kinora = await StartAsync();
        await using var visit = await studio.SignedInAsync(kinora: kinora);
        await visit.Page.GotoAsync("/admin/insight");
        var models = visit.Page.GetByTestId("time").Filter(new() { HasText = "/api/models" }).First;
        await Expect(models).ToBeVisibleAsync();
        var figures = await models.GetByRole(AriaRole.Cell).AllInnerTextsAsync();
        figures.Count.ShouldBe(7);
        int.Parse(figures[1], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        figures.Skip(3).ShouldAllBe(figure => double.Parse(figure, System.Globalization.CultureInfo.InvariantCulture) >= 0);
        visit.ShouldHaveNoComplaints();
    }

    private static Task<KinoraProcess> StartAsync() => StudioFixture.StartServerAsync(new() { ["KINORA_SANDBOX_SPEED"] = "0.05", ["KINORA_FETCH_ALLOW"] = "127.0.0.1" });

    private static async Task<WebApplication> ReceiverAsync(Func<int> status)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/hook", () => Results.StatusCode(status()));
        await app.StartAsync(Stop);
        return app;
    }
}
