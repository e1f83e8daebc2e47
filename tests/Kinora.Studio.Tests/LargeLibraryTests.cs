using System.IO.Compression;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class LargeLibraryTests(StudioFixture studio, ManyTakes many) : IClassFixture<ManyTakes>
{
    private const int MostTiles = 200, Chosen = 6;

    // Scrolls on at each frame until the last tile is there; tells the most tiles at once and how long frames took.
    private const string ScrollToTheEnd =
        """
        (last) => new Promise((resolve, reject) => {
          const gaps = [], began = performance.now();
          let most = 0, before = began;
          const step = (now) => {
            gaps.push(now - before);
            before = now;
            const tiles = [...document.querySelectorAll("[data-tile]")];
            most = Math.max(most, tiles.length);
            if (tiles.some((tile) => tile.getAttribute("aria-label").includes(last))) {
              const slow = gaps.filter((gap) => gap > 34).length;
              resolve({ most, frames: gaps.length, slow, worst: Math.round(Math.max(...gaps)), seconds: Math.round((now - began) / 1000) });
            } else if (now - began > 150000) {
              reject(new Error(`The end was not reached: ${tiles.at(-1)?.getAttribute("aria-label")}`));
            } else {
              scrollTo(0, document.documentElement.scrollHeight);
              requestAnimationFrame(step);
            }
          };
          requestAnimationFrame(step);
        })
        """;

    [Fact]
    public async Task Ten_thousand_takes_are_scrolled_to_the_end_with_few_tiles_at_once()
    {
        await using var visit = await OpenAsync();

        var scroll = await visit.Page.EvaluateAsync<Scroll>(ScrollToTheEnd, ManyTakes.Words(ManyTakes.Count));

        scroll.Most.ShouldBeLessThanOrEqualTo(MostTiles);
        Figures.Tell($"library of {ManyTakes.Count}: to the end in {scroll.Seconds} s, {scroll.Slow} of {scroll.Frames} frames above 34 ms, the longest {scroll.Worst} ms, at most {scroll.Most} tiles");
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Search_and_filters_find_one_among_ten_thousand()
    {
        await using var visit = await OpenAsync();

        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync(ManyTakes.Words(9_876));
        await Expect(visit.Tiles).ToHaveCountAsync(1);
        await Expect(visit.Tile(ManyTakes.Words(9_876))).ToBeVisibleAsync();
        await visit.Tiles.PressAsync("s");
        await Expect(visit.Page.GetByRole(AriaRole.Img, new() { Name = "Favourite" })).ToBeVisibleAsync();
        await visit.Page.GetByRole(AriaRole.Searchbox).FillAsync("");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Favourites" }).ClickAsync();
        await Expect(visit.Tiles).ToHaveCountAsync(1);
        await Expect(visit.Tile(ManyTakes.Words(9_876))).ToBeVisibleAsync();
        visit.ShouldHaveNoComplaints();
    }

    [Fact]
    public async Task Range_is_selected_downloaded_as_one_archive_deleted_and_had_back()
    {
        await using var visit = await OpenAsync();

        await visit.Tile(ManyTakes.Words(3)).PressAsync("x");
        await visit.Tile(ManyTakes.Words(3 + Chosen - 1)).PressAsync("Shift+X");
        var bar = visit.Page.GetByTestId("bulk-bar");
        await Expect(bar).ToContainTextAsync($"{Chosen} selected");
        await ShouldBeVideosAsync(await visit.Page.RunAndWaitForDownloadAsync(() => bar.GetByRole(AriaRole.Link).ClickAsync()));

        await bar.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await Expect(visit.Tile(ManyTakes.Words(3))).ToHaveCountAsync(0);
        await Expect(bar).ToBeHiddenAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        for (var place = 3; place < 3 + Chosen; place++) await Expect(visit.Tile(ManyTakes.Words(place))).ToBeVisibleAsync();
        visit.ShouldHaveNoComplaints();
    }

    private async Task<Visit> OpenAsync()
    {
        var visit = await studio.OwnerAsync(kinora: many.Kinora);
        await visit.PreferAsync("dark", "en");
        await visit.Page.GotoAsync("/library");
        await Expect(visit.Tile(ManyTakes.Words(1))).ToBeVisibleAsync();
        return visit;
    }

    private static async Task ShouldBeVideosAsync(IDownload download)
    {
        await using var stream = await download.CreateReadStreamAsync();
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, TestContext.Current.CancellationToken);
        archive.Entries.Count.ShouldBe(Chosen);
        archive.Entries.Select(entry => entry.FullName).ShouldBeUnique();
        archive.Entries.ShouldAllBe(entry => entry.FullName.EndsWith(".mp4") && entry.Length > 1000);
    }

    private sealed record Scroll
    {
        public int Most { get; init; }
        public int Frames { get; init; }
        public int Slow { get; init; }
        public int Worst { get; init; }
        public int Seconds { get; init; }
    }
}
