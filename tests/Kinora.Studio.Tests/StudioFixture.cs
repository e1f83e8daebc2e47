using System.Collections.Concurrent;
using Kinora.Testing.Processes;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Kinora.Studio.Tests.StudioFixture))]

namespace Kinora.Studio.Tests;

/// <summary>One server and one browser for all tests here; each test has a browser profile of its own.</summary>
public sealed class StudioFixture : IAsyncLifetime
{
    /// <summary>The owner's key.</summary>
    public const string Key = "a-key-for-the-browser-tests";

    /// <summary>Whether the long forms were asked for: every look of every page, the price of every model.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("KINORA_STUDIO") == "all";

    // Milliseconds until what is awaited counts as missing, on a machine that does much else.
    private const int Patience = 45_000;

    // Slow enough that the phases can be seen.
    private static readonly Dictionary<string, string?> Settings =
        new() { ["KINORA_ADMIN_KEY"] = Key, ["KINORA_SANDBOX_SPEED"] = "0.5", ["KINORA_INITIAL_CREDITS"] = "100000" };

    // Of each server, by its address and the key: signing in is limited.
    private readonly ConcurrentDictionary<(Uri Server, string Key), Task<string>> _sessions = [];

    private readonly Lazy<Task<KinoraProcess>> _quick = new(() => StartServerAsync(new() { ["KINORA_SANDBOX_SPEED"] = "0" }));
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private KinoraProcess? _kinora;

    /// <summary>The server that the tests share.</summary>
    public KinoraProcess Kinora => _kinora!;

    /// <summary>Another that they share, whose takes are there at once; each test has an account of its own here.</summary>
    public Task<KinoraProcess> QuickAsync() => _quick.Value;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _kinora = await StartServerAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Chromium.Path,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Another server, for a test that kills it or needs other settings.</summary>
    public static Task<KinoraProcess> StartServerAsync(Dictionary<string, string?>? settings = null)
    {
        var all = new Dictionary<string, string?>(Settings);
        foreach (var (name, value) in settings ?? []) all[name] = value;
        return KinoraProcess.StartAsync(new KinoraLaunch(all), TestContext.Current.CancellationToken);
    }

    /// <summary>A new visitor in front of the studio of <paramref name="kinora"/> (the shared one by default), whom it does not know.</summary>
    internal Task<Visit> VisitAsync(Screen? screen = null, KinoraProcess? kinora = null) => BeginAsync(screen, kinora ?? Kinora, session: null, welcomed: true);

    /// <summary>A visitor whom the studio knows as the owner, before any page is opened.</summary>
    /// <param name="welcomed">Whether the first steps of an administrator are behind the visitor.</param>
    /// <param name="key">Of somebody else than the owner.</param>
    internal async Task<Visit> OwnerAsync(Screen? screen = null, KinoraProcess? kinora = null, bool welcomed = true, string key = Key)
    {
        kinora ??= Kinora;
        return await BeginAsync(screen, kinora, await _sessions.GetOrAdd((kinora.Url, key), SignInAsync), welcomed);
    }

    /// <summary>The same, who sees the composer.</summary>
    internal async Task<Visit> SignedInAsync(Screen? screen = null, KinoraProcess? kinora = null, string key = Key)
    {
        var visit = await OwnerAsync(screen, kinora, key: key);
        await visit.Page.GotoAsync("/");
        await Assertions.Expect(visit.Prompt).ToBeVisibleAsync();
        return visit;
    }

    /// <summary>A new account, whose takes, credits and settings no other test touches; answers its key.</summary>
    internal static async Task<string> NewAccountAsync(KinoraProcess kinora, long credits = 100_000, string role = "user")
    {
        using var api = new Api(kinora);
        return (await api.PostAsync("/api/admin/accounts", new { name = "Robin", role, credits }))["key"]!.GetValue<string>();
    }

    private async Task<Visit> BeginAsync(Screen? screen, KinoraProcess kinora, string? session, bool welcomed)
    {
        screen ??= Screen.Desktop;
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = kinora.Url.ToString(),
            ViewportSize = new() { Width = screen.Width, Height = screen.Height },
            HasTouch = screen.Touch,
            IsMobile = screen.Touch,
            Locale = "en-GB",
            // What moves without end takes the processor from what is tested.
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = session,
        });
        context.SetDefaultTimeout(Patience);
        if (welcomed) await context.AddInitScriptAsync("localStorage.setItem('kinora.welcome', 'done');");
        return await Visit.BeginAsync(context);
    }

    private async Task<string> SignInAsync((Uri Server, string Key) who)
    {
        await using var requests = await _playwright!.APIRequest.NewContextAsync(new() { BaseURL = who.Server.ToString() });
        var answer = await requests.PostAsync("/api/sessions", new() { DataObject = new { key = who.Key } });
        answer.Ok.ShouldBeTrue(await answer.TextAsync());
        return await requests.StorageStateAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_kinora is not null) await _kinora.DisposeAsync();
        if (_quick is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }) await (await _quick.Value).DisposeAsync();
    }
}

/// <summary>What the visitor looks at.</summary>
internal sealed record Screen(int Width, int Height, bool Touch)
{
    public static readonly Screen Desktop = new(1440, 900, Touch: false);
    public static readonly Screen Phone = new(390, 844, Touch: true);
}
