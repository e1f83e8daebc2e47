using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Kinora.Testing;
using Kinora.Testing.Processes;

namespace Kinora.Cli.Tests;

/// <summary>Two real servers with wrong clocks on one database, in front of one provider: one is killed, and so is the database.</summary>
public sealed class NodesTests : IAsyncLifetime
{
    private const string Key = "a-key-of-the-owner";
    private const int PriceEach = 105;
    private readonly string _files = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private readonly PostgresServer _postgres = new();
    private PostgresTestDatabase? _database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_servers_share_the_work_and_lose_nothing_with_one_of_them_or_with_the_database()
    {
        await using var sandbox = await KinoraProcess.StartAsync(
            new KinoraLaunch(new Dictionary<string, string?> { ["SANDBOX_LIMITS"] = "off", ["SANDBOX_RENDER"] = "none" }, ["sandbox"]), Stop);
        await using var relay = await ProviderRelay.StartAsync(sandbox.Url, Stop);
        await using var doomed = KinoraProcess.Prepare(new KinoraLaunch(Settings(relay.Url, "00:00:30")));
        await using var other = KinoraProcess.Prepare(new KinoraLaunch(Settings(sandbox.Url, "-00:00:30")));
        await Task.WhenAll(doomed.StartAsync(Stop), other.StartAsync(Stop));
        using var one = new Api(doomed.Url, Key);
        using var two = new Api(other.Url, Key);

        // Entered on the one, with a key that the other can read.
        await one.PutAsync("/api/admin/providers/spare", new { provider = "replicate", keys = new[] { "r8_spare" }, enabled = false });

        // Whatever the doomed one asks about hangs, and it holds on to it.
        var held = new ConcurrentDictionary<string, bool>();
        relay.SwallowRequest = (path, _) => path.Contains("recordInfo", StringComparison.Ordinal) && (held[path] = true);
        await using var events = await other.CreateClient(Key).GetStreamAsync(new Uri("/api/events", UriKind.Relative), Stop);
        var ids = new List<string>();
        for (var i = 0; i < 12; i++) ids.Add(await (i % 2 == 0 ? one : two).GenerateAsync(Request($"number {i}")));

        // Accepted on the one, told on the other; at the time of the database.
        await HeardAsync(events, ids[0]);
        foreach (var id in ids) CreatedAt(await two.GetAsync("/api/generations/" + id)).ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromSeconds(25));
        await Until(async () => !held.IsEmpty && await SucceededAsync(two, ids) + held.Count >= 12);

        (await IsReadyAsync(other)).ShouldBe((true, true));
        await _postgres.KillAsync();
        (await IsReadyAsync(other)).ShouldBe((false, true));
        await _postgres.StartAsync(Stop);
        await Until(async () => (await IsReadyAsync(other)).Ready);
        await Until(async () => await SucceededAsync(two, ids) >= 0);
        await doomed.KillAsync();
        for (var i = 12; i < 16; i++) ids.Add(await two.GenerateAsync(Request($"number {i}")));
        foreach (var id in ids) (await two.UntilFinalAsync(id))["status"]!.GetValue<string>().ShouldBe("succeeded", other.Output);
        (await SubmittedAsync(sandbox)).ShouldBe(Enumerable.Range(0, 16).Select(i => $"number {i}"), ignoreOrder: true);
        await Until(async () => (await two.GetAsync("/api/admin/providers"))["items"]!.AsArray().Count == 2);
        var spare = await two.GetAsync("/api/admin/providers/spare");
        (spare["locked"]!.GetValue<bool>(), spare["keys"]!.ToJsonString()).ShouldBe((false, """["pare"]"""));
        var account = await two.GetAsync("/api/account");
        (account["balance"]!.GetValue<long>(), account["held"]!.GetValue<long>()).ShouldBe((10_000 - 16 * PriceEach, 0));
    }

    [Fact]
    public async Task A_database_that_cannot_be_used_is_told_in_a_sentence_without_its_password()
    {
        var address = _database!.Address.Replace("Username=kinora", "Username=nobody;Password=top-secret", StringComparison.Ordinal);
        var (code, output, error) = await CommandLine.RunAsync(["serve"], ("KINORA_DATABASE", address), ("KINORA_DATA", _files), ("KINORA_URLS", "http://127.0.0.1:0"));
        code.ShouldNotBe(0);
        (output + error).ShouldContain("cannot be used: 28000: role \"nobody\" does not exist");
        (output + error).ShouldNotContain("top-secret");
        (output + error).ShouldNotContain("   at ");
    }

    private static async Task<(bool Ready, bool Alive)> IsReadyAsync(KinoraProcess node)
    {
        using var client = node.CreateClient(Key);
        using var ready = await client.GetAsync(new Uri("/readyz", UriKind.Relative), Stop);
        using var alive = await client.GetAsync(new Uri("/healthz", UriKind.Relative), Stop);
        return (ready.IsSuccessStatusCode, alive.IsSuccessStatusCode);
    }

    public async ValueTask InitializeAsync() => _database = await _postgres.NewDatabaseAsync(Stop);

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    private Dictionary<string, string?> Settings(Uri provider, string clock) => new()
    {
        ["KINORA_DATABASE"] = _database!.Address,
        ["KINORA_ASSETS"] = Path.Combine(_files, "assets"),
        ["KINORA_TEST_CLOCK_OFFSET"] = clock,
        ["KINORA_ADMIN_KEY"] = Key,
        ["KINORA_OUTCOME_WAIT"] = "00:01:00",
        ["KINORA_FETCH_ALLOW"] = "127.0.0.0/8",
        ["KIE_API_KEY"] = "sandbox",
        ["KIE_MARKET_BASE_URL"] = provider.ToString().TrimEnd('/'),
        ["KIE_UPLOAD_BASE_URL"] = provider.ToString().TrimEnd('/'),
    };

    private static object Request(string prompt) => new { model = "kling-2.6", prompt, duration = 5, sound = false };

    private static DateTimeOffset CreatedAt(JsonNode generation) => DateTimeOffset.Parse(generation["createdAt"]!.GetValue<string>(), CultureInfo.InvariantCulture);

    private static async Task HeardAsync(Stream events, string id)
    {
        using var reader = new StreamReader(events, leaveOpen: true);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (await reader.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains(id, StringComparison.Ordinal)) return;
        }

        throw new InvalidOperationException("The stream of events ended.");
    }

    // While the database is away, requests fail; that is all.
    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(90));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        do
        {
            try
            {
                if (await holds()) return;
            }
            catch (HttpRequestException)
            {
                continue;
            }
        }
        while (await timer.WaitForNextTickAsync(patience.Token));
    }

    private static async Task<int> SucceededAsync(Api api, IEnumerable<string> ids) => (await Task.WhenAll(ids.Select(api.StatusAsync))).Count(status => status == "succeeded");

    private static async Task<List<string>> SubmittedAsync(KinoraProcess sandbox)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Url };
        var tasks = JsonNode.Parse(await http.GetStringAsync("/sandbox/tasks", Stop))!["tasks"]!.AsArray();
        return [.. tasks.Select(task => task!["prompt"]!.GetValue<string>())];
    }
}
