using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Kinora.Studio.Tests;

/// <summary>A person in front of the studio: what they can do and see. Ends with the check that the browser had nothing to complain of.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private const int LongestTake = 120_000;

    // Every status that a card shows, in the order in which it showed them.
    private const string Recorder = """
        window.seen = {};
        new MutationObserver(() => {
          for (const card of document.querySelectorAll("[data-take][data-status]")) {
            const list = (window.seen[card.dataset.take] ??= []);
            if (list.at(-1) !== card.dataset.status) list.push(card.dataset.status);
          }
        }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-status"] });
        """;

    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    private Visit(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }
    public ILocator Prompt => Page.GetByTestId("composer-prompt");
    public ILocator Generate => Page.GetByTestId("generate");
    public ILocator ModelChip => Page.GetByTestId("model-chip");
    public ILocator Takes => Page.Locator("[data-testid=take]");
    public ILocator Tiles => Page.Locator("[data-tile]");
    public ILocator Video => Page.GetByTestId("player-video");

    public static async Task<Visit> BeginAsync(IBrowserContext context)
    {
        await context.AddInitScriptAsync(Recorder);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <summary>Another tab of the same browser. It ends with this visit.</summary>
    public async Task<Visit> OpenTabAsync() => new(_context, await _context.NewPageAsync());

    /// <summary>Takes the network from the browser, or gives it back.</summary>
    public Task SetOfflineAsync(bool offline) => _context.SetOfflineAsync(offline);

    public async Task SignInAsync(string key)
    {
        await Page.Locator("[data-testid=sign-in-way][data-value=key]").ClickAsync();
        await Page.GetByTestId("sign-in-key").FillAsync(key);
        await Page.GetByTestId("sign-in-key").PressAsync("Enter");
        await Expect(Prompt).ToBeVisibleAsync();
        // What anyone who is not signed in is told first.
        Forgive("401");
    }

    /// <summary>Chooses theme and language before any page is opened.</summary>
    public Task PreferAsync(string theme, string language) =>
        _context.AddInitScriptAsync($"localStorage.setItem('kinora.theme', '{theme}'); localStorage.setItem('kinora.language', '{language}');");

    /// <summary>Chooses a language in the menu of the account.</summary>
    public async Task SpeakAsync(string language)
    {
        await Page.Locator("nav button[aria-haspopup]").Last.ClickAsync();
        await Page.Locator($"[data-testid=language][data-value={language}]").ClickAsync();
        await Expect(Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        await Page.Keyboard.PressAsync("Escape");
    }

    public async Task ChooseAsync(string model)
    {
        if (await ModelChip.GetAttributeAsync("data-model") == model) return;
        await ModelChip.ClickAsync();
        await ModelCard(model).ClickAsync();
        await Expect(ModelChip).ToHaveAttributeAsync("data-model", model);
    }

    /// <summary>Chooses a model and one of the things that it can do.</summary>
    public async Task ChooseAsync(string model, string mode)
    {
        await ChooseAsync(model);
        await ModeTab(mode).ClickAsync();
    }

    /// <summary>Puts files into the places of one field, and waits until all of them are there.</summary>
    public async Task GiveAsync(string role, params FilePayload[] files)
    {
        await Page.Locator($"[data-slot-input={role}]").SetInputFilesAsync(files);
        await Expect(Filled(role)).ToHaveCountAsync(files.Length);
        await Expect(Filled(role).GetByText("%")).ToHaveCountAsync(0, new() { Timeout = 60_000 });
        await Expect(Page.Locator("[data-slot] [role=alert]")).ToHaveCountAsync(0);
    }

    public async Task PickAsync(string role, string value)
    {
        await Capsule(role).ClickAsync();
        await Page.Locator($"[data-testid=option][data-value='{value}']").ClickAsync();
    }

    /// <summary>The values that a capsule offers, in their order.</summary>
    public async Task<IReadOnlyList<string>> OffersAsync(string role)
    {
        await Capsule(role).ClickAsync();
        await Expect(Page.GetByTestId("option").First).ToBeVisibleAsync();
        var offers = await Page.GetByTestId("option").EvaluateAllAsync<string[]>("options => options.map((option) => option.dataset.value)");
        await Page.Keyboard.PressAsync("Escape");
        await Expect(Page.GetByTestId("option")).ToHaveCountAsync(0);
        return offers;
    }

    /// <summary>Does something, and waits until a price is asked for with this in the request.</summary>
    public async Task SeeAskedAsync(string part, Func<Task> act) =>
        await Page.RunAndWaitForRequestAsync(act, request => request.Url.EndsWith("/api/quotes", StringComparison.Ordinal) && request.PostData?.Contains(part, StringComparison.Ordinal) == true);

    public ILocator ModelCard(string model) => Page.Locator($"[data-testid=model-card][data-model='{model}']");

    public ILocator Filled(string role) => Page.Locator($"[data-slot='{role}'][data-filled]");

    public ILocator ModeTab(string mode) => Page.Locator($"[data-testid=mode-tab][data-mode='{mode}']");

    public ILocator Capsule(string role) => Page.Locator($"[data-testid=capsule][data-role='{role}']");

    public ILocator Take(string id) => Page.Locator($"[data-testid=take][data-take='{id}']");

    /// <summary>The take in the library that was made of these words.</summary>
    public ILocator Tile(string words) => Page.Locator($"[data-tile][aria-label*='{words}']");

    /// <summary>Presses the button when it shows its price; answers the id of the new take.</summary>
    public async Task<string> PressGenerateAsync()
    {
        await Expect(Generate).ToBeEnabledAsync();
        var answer = await Page.RunAndWaitForResponseAsync(
            () => Generate.ClickAsync(), response => response.Url.EndsWith("/api/generate/video", StringComparison.Ordinal));
        answer.Status.ShouldBe(202, await answer.TextAsync());
        return (await answer.JsonAsync())!.Value.GetProperty("id").GetString()!;
    }

    public Task SeeStatusAsync(string take, string status) =>
        Expect(Take(take)).ToHaveAttributeAsync("data-status", status, new() { Timeout = LongestTake });

    public Task<string[]> SeenAsync(string take) => Page.EvaluateAsync<string[]>("take => window.seen[take] ?? []", take);

    public async Task<string> BalanceAsync() => await Page.GetByTestId("balance").InnerTextAsync();

    /// <summary>Opens a finished take and watches until the picture moves.</summary>
    public async Task WatchAsync(string take)
    {
        await Take(take).GetByTestId("open-take").ClickAsync();
        await Expect(Video).ToBeVisibleAsync();
        await Video.EvaluateAsync("video => { video.muted = true; return video.play(); }");
        await Page.WaitForFunctionAsync("() => { const video = document.querySelector('[data-testid=player-video]'); return video && video.readyState >= 2 && video.currentTime > 0.2; }");
    }

    /// <summary>A complaint that the test itself provokes.</summary>
    public void Forgive(string part) => _complaints.RemoveAll(complaint => complaint.Contains(part, StringComparison.Ordinal));

    public void ShouldHaveNoComplaints() => _complaints.ShouldBeEmpty("The browser's console must stay silent.");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
