using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

public sealed class CollectionOrderTests(StudioFixture studio)
{
    private static readonly string[] Words = ["A first gate", "A second gate", "A third gate"];

    [Fact]
    public async Task Takes_stay_where_they_are_dragged_and_where_keys_move_them_and_go_back_when_the_server_refuses()
    {
        using var api = new Api(studio.Kinora);
        var takes = new List<string>();
        foreach (var words in Words) takes.Add(await api.GenerateAsync(words));
        foreach (var take in takes) await api.UntilAsync(take, "succeeded");
        var (first, second, third) = (takes[0], takes[1], takes[2]);
        var collection = (await api.PostAsync("/api/collections", new { name = "Gates" }))["id"]!.GetValue<string>();
        foreach (var take in takes) await api.DoAsync(HttpMethod.Put, $"/api/collections/{collection}/generations/{take}");
        await using var visit = await studio.OwnerAsync();
        await visit.PreferAsync("dark", "en");
        await visit.Page.GotoAsync($"/library/{collection}");
        await OrderShouldBeAsync(visit, first, second, third);
        await Expect(visit.Page.GetByText("Drag to reorder")).ToBeVisibleAsync();

        await MoveAsync(visit, () => Tile(visit, third).DragToAsync(Tile(visit, first)));
        await OrderShouldBeAsync(visit, third, first, second);
        await MoveAsync(visit, () => Tile(visit, third).PressAsync("Alt+ArrowRight"));
        await OrderShouldBeAsync(visit, first, third, second);
        await Expect(Tile(visit, third)).ToBeFocusedAsync();
        await Expect(Tile(visit, third)).ToHaveAttributeAsync("tabindex", "0");
        await MoveAsync(visit, () => visit.Page.Keyboard.PressAsync("Alt+ArrowRight"));
        await OrderShouldBeAsync(visit, first, second, third);
        await MoveAsync(visit, () => Tile(visit, first).DragToAsync(Tile(visit, second)));
        await OrderShouldBeAsync(visit, second, first, third);
        await visit.Page.ReloadAsync();
        await OrderShouldBeAsync(visit, second, first, third);

        await Tile(visit, third).FocusAsync();
        await visit.Page.Keyboard.PressAsync("x");
        var (earlier, later) = (visit.Page.GetByRole(AriaRole.Button, new() { Name = "Move earlier" }), visit.Page.GetByRole(AriaRole.Button, new() { Name = "Move later" }));
        await Expect(later).ToBeDisabledAsync();
        await MoveAsync(visit, () => earlier.ClickAsync());
        await OrderShouldBeAsync(visit, second, third, first);
        await Expect(earlier).ToBeFocusedAsync();
        await MoveAsync(visit, () => later.ClickAsync());
        await OrderShouldBeAsync(visit, second, first, third);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Expect(earlier).ToHaveCountAsync(0);

        await ChooseAsync(visit, "Newest first");
        await OrderShouldBeAsync(visit, third, second, first);
        await Expect(visit.Page.GetByText("Drag to reorder")).ToBeHiddenAsync();
        await ChooseAsync(visit, "My order");
        await OrderShouldBeAsync(visit, second, first, third);

        await api.DoAsync(HttpMethod.Delete, $"/api/collections/{collection}/generations/{second}");
        await Tile(visit, first).PressAsync("Alt+ArrowLeft");
        await Expect(visit.Page.GetByText("Not moved")).ToBeVisibleAsync();
        await OrderShouldBeAsync(visit, first, third);
        // What was refused is told over the button, and stays while the pointer is on it.
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Make storyboard" }).PressAsync("Enter");
        await Expect(visit.Page.GetByText("2 ready")).ToBeVisibleAsync();
        visit.Forgive("400");
        visit.ShouldHaveNoComplaints();
    }

    private static ILocator Tile(Visit visit, string take) => visit.Page.Locator($"[data-tile='{take}']");

    private static Task MoveAsync(Visit visit, Func<Task> move) =>
        visit.Page.RunAndWaitForResponseAsync(move, response => response.Request.Method == "PUT" && response.Status == 204);

    private static async Task ChooseAsync(Visit visit, string order)
    {
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Order:" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = order }).ClickAsync();
        await Expect(visit.Page.GetByRole(AriaRole.Menu)).ToHaveCountAsync(0);
    }

    private static async Task OrderShouldBeAsync(Visit visit, params string[] takes)
    {
        await Expect(visit.Tiles).ToHaveCountAsync(takes.Length);
        for (var place = 0; place < takes.Length; place++) await Expect(visit.Tiles.Nth(place)).ToHaveAttributeAsync("data-tile", takes[place]);
    }
}
