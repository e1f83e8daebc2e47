using Kinora.Testing.Processes;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>Every page as people see it: wide and narrow, dark and light, in both languages. The pictures are kept in artifacts/screens, to be looked at.</summary>
public sealed class PageTests(StudioFixture studio, PageThings things) : IClassFixture<PageThings>
{
    private const string IsDrawn = """() => document.fonts.status === "loaded" && document.querySelector("main") !== null && document.querySelector("[aria-busy=true]") === null""";

    // Names, and words that Russian has no others for.
    private static readonly string[] Untranslated =
    [
        "Kinora", "KIE.ai", "Replicate", "/v1/videos", "English", "API", "CSV", "zip", "Ctrl", "webhook.test", "webhookUrl", "Pro", "Master", "Full HD", "Ultra HD", "veo3_lite", "lite",
        "prompt, model, seconds, ratio, size, sound, seed, negative_prompt, first_frame", "prompt, model, seconds, ratio, size",
    ];

    // Serious or critical ones, by what is wrong and where. It takes longer than the page itself: both themes and both widths are examined once.
    private const string Axe =
        """
        async () => (await axe.run({ resultTypes: ["violations"] })).violations
          .filter((one) => one.impact === "serious" || one.impact === "critical")
          .map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.target.join(" ")).join(" | ")}`)
        """;

    [Theory]
    [InlineData("dark", "en", false, true)]
    [InlineData("light", "en", false, false)]
    [InlineData("dark", "en", true, false)]
    [InlineData("light", "ru", true, true)]
    public async Task Every_page_fits_its_screen_and_can_be_used_by_all(string theme, string language, bool narrow, bool examined)
    {
        Assert.SkipUnless(examined || StudioFixture.IsLong, "The other two looks are for ./test --long.");
        var folder = Directory.CreateDirectory(Path.Combine(Checkout.Folder, "artifacts", "screens")).FullName;
        var axe = await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "studio", "node_modules", "axe-core", "axe.min.js"), TestContext.Current.CancellationToken);
        await using var visit = await studio.OwnerAsync(narrow ? Screen.Phone : Screen.Desktop, things.Kinora);
        await visit.PreferAsync(theme, language);
        var faults = new List<string>();
        foreach (var (name, path) in things.Pages)
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.WaitForFunctionAsync(IsDrawn);
            await Expect(visit.Page.Locator("main")).ToHaveCountAsync(1);
            await visit.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{(narrow ? "narrow" : "wide")}-{theme}-{language}.png") });
            var tooWide = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (tooWide > 0) faults.Add($"{name} scrolls sideways by {tooWide} px");
            if (narrow) faults.AddRange(In(name, await visit.Page.SmallTargetsAsync()));
            if (language is "ru") faults.AddRange(In(name, [.. await visit.Page.EnglishAsync([.. Untranslated, .. things.Names], things.Words), .. await visit.Page.ClippedAsync()]));
            if (!examined) continue;
            await visit.Page.EvaluateAsync(axe);
            faults.AddRange(In(name, await visit.Page.EvaluateAsync<string[]>(Axe)));
        }

        faults.ShouldBeEmpty();
        visit.ShouldHaveNoComplaints();
    }

    private static IEnumerable<string> In(string page, IEnumerable<string> faults) => faults.Select(fault => $"{page}: {fault}");
}
