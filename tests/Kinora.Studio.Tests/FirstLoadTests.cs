using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>What the first look at the studio takes, by the browser's own figures. Sizes and shifts are held; times are told only.</summary>
public sealed class FirstLoadTests(StudioFixture studio)
{
    private const int MostScript = 180_000, MostScripts = 20;
    private const double MostShift = 0.02;

    private const string Watch =
        """
        window.figures = { lcp: 0, shift: 0, moved: [] };
        new PerformanceObserver((list) => { window.figures.lcp = list.getEntries().at(-1).startTime; }).observe({ type: "largest-contentful-paint", buffered: true });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries().filter((each) => !each.hadRecentInput)) {
            window.figures.shift += entry.value;
            const name = ({ node }) => node === null ? "?" : node.nodeType === 3 ? `"${node.data}"` : `${node.nodeName}.${node.className} ${node.dataset?.testid ?? ""}`;
            window.figures.moved.push(...entry.sources.map((source) => `${entry.value.toFixed(4)} ${name(source)} ${JSON.stringify(source.previousRect)} ${JSON.stringify(source.currentRect)}`));
          }
        }).observe({ type: "layout-shift", buffered: true });
        const drawn = new MutationObserver(() => {
          if (document.querySelector("[data-testid=take]") === null) return;
          performance.mark("drawn");
          drawn.disconnect();
        });
        drawn.observe(document, { subtree: true, childList: true });
        """;

    // What was there once the page had drawn; dialogs that are fetched ahead come a second later.
    private const string Read =
        """
        () => {
          const drawn = performance.getEntriesByName("drawn")[0].startTime;
          const scripts = performance.getEntriesByType("resource").filter((one) => one.name.endsWith(".js") && one.startTime <= drawn);
          const { lcp, shift, moved } = window.figures;
          const asked = performance.getEntriesByType("resource").filter((one) => one.name.endsWith("/api/models")).length;
          return { lcp: Math.round(lcp), shift, moved, asked, scripts: scripts.length, bytes: scripts.reduce((sum, one) => sum + one.transferSize, 0) };
        }
        """;

    [Fact]
    public async Task Create_loads_little_and_stands_still()
    {
        // A take that another test made meanwhile would move the feed.
        var key = await StudioFixture.NewAccountAsync(studio.Kinora, role: "admin");
        using var api = new Api(studio.Kinora, key);
        await api.UntilAsync(await api.GenerateAsync("A path in the snow"), "succeeded");
        await using var visit = await studio.OwnerAsync(key: key);
        await visit.PreferAsync("dark", "en");
        await visit.Page.AddInitScriptAsync(Watch);

        foreach (var visitOf in (string[])["cold", "again"])
        {
            await visit.Page.GotoAsync("/");
            await Expect(visit.Prompt).ToBeVisibleAsync();
            await Expect(visit.Takes.First).ToBeVisibleAsync();
            // What is fetched ahead has come by then; it must not move anything either.
            await visit.Page.WaitForFunctionAsync("() => performance.getEntriesByType('resource').some((one) => one.name.includes('ModelSelector'))");
            await visit.Page.WaitForLoadStateAsync(LoadState.Load);

            var load = await visit.Page.EvaluateAsync<Load>(Read);
            Figures.Tell($"Create, {visitOf}: LCP {load.Lcp} ms, {load.Scripts} scripts, {load.Bytes} bytes of script, layout shift {load.Shift:F4}");
            load.Asked.ShouldBe(1, "What is asked before the studio is there is not asked again.");
            load.Shift.ShouldBeLessThanOrEqualTo(MostShift, string.Join('\n', load.Moved));
            load.Bytes.ShouldBeLessThan(MostScript);
            load.Scripts.ShouldBeLessThanOrEqualTo(MostScripts);
            if (visitOf == "cold") load.Bytes.ShouldBeGreaterThan(MostScript / 4, "The cache was cold.");
        }

        visit.ShouldHaveNoComplaints();
    }

    private sealed record Load
    {
        public int Lcp { get; init; }
        public double Shift { get; init; }
        public string[] Moved { get; init; } = [];
        public int Asked { get; init; }
        public int Scripts { get; init; }
        public int Bytes { get; init; }
    }
}
