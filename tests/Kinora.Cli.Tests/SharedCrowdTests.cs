using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinora.Testing;
using Kinora.Testing.Processes;

namespace Kinora.Cli.Tests;

/// <summary>Two real servers on one database share a crowd of generations, and one is killed in the middle. KINORA_NODES says how many; <c>./test --long</c> takes 2000.</summary>
public sealed class SharedCrowdTests : IAsyncLifetime
{
    private const string Key = "a-key-of-the-owner";
    private const int PriceEach = 105;
    private const int Credits = 1_000_000;
    private const int Page = 100;
    private static readonly int Crowd = int.Parse(Environment.GetEnvironmentVariable("KINORA_NODES") ?? "0", CultureInfo.InvariantCulture);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120 + Crowd);
    private readonly string _files = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private readonly PostgresServer _postgres = new();
    private PostgresTestDatabase? _database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_reached_the_provider_succeed_submitted_once_and_the_rest_end_as_unknown_and_uncharged()
    {
        Assert.SkipWhen(Crowd == 0, "KINORA_NODES is not set; ./test --long sets it.");
        await using var sandbox = await KinoraProcess.StartAsync(
            new KinoraLaunch(new Dictionary<string, string?> { ["SANDBOX_LIMITS"] = "off", ["SANDBOX_RENDER"] = "none" }, ["sandbox"]), Stop);
        await using var relay = await ProviderRelay.StartAsync(sandbox.Url, Stop);
        await using var other = KinoraProcess.Prepare(new KinoraLaunch(Settings(sandbox.Url)));
        // As with a load balancer, which knows who lives: callbacks come to the one that stays.
        await using var doomed = KinoraProcess.Prepare(
            new KinoraLaunch(new Dictionary<string, string?>(Settings(relay.Url)) { ["KINORA_PUBLIC_URL"] = other.Url.ToString().TrimEnd('/') }));
        await Task.WhenAll(doomed.StartAsync(Stop), other.StartAsync(Stop));
        var (requests, answers) = (0, 0);
        relay.SwallowRequest = (path, _) => IsSubmission(path) && Interlocked.Increment(ref requests) is 2 or 5;
        relay.SwallowAnswer = (path, _) => IsSubmission(path) && Interlocked.Increment(ref answers) is 2 or 3;
        using var one = doomed.CreateClient(Key);
        using var two = other.CreateClient(Key);
        foreach (var half in Enumerable.Range(0, Crowd).Chunk((Crowd + 1) / 2).Zip([one, two]))
            foreach (var batch in half.First.Chunk(Page)) await AcceptAsync(half.Second, batch);

        await UntilAsync(() => Task.FromResult(Volatile.Read(ref requests) >= 5 && Volatile.Read(ref answers) >= 3 && Submitted(sandbox).Count >= Crowd / 3));
        await doomed.KillAsync();
        await UntilAsync(async () => (await GetAsync(two, "/api/account"))["held"]!.GetValue<long>() == 0);

        var submitted = Submitted(sandbox);
        submitted.ShouldBeUnique();
        var reached = submitted.ToHashSet();
        var ended = await ListAsync(two);
        ended.Count.ShouldBe(Crowd);
        foreach (var generation in ended)
        {
            var known = reached.Contains(generation["input"]!["prompt"]!.GetValue<string>());
            generation["status"]!.GetValue<string>().ShouldBe(known ? "succeeded" : "failed", generation.ToJsonString());
            generation["failure"]?["code"]!.GetValue<string>().ShouldBe("outcome_unknown");
            generation["charge"]!.ToJsonString().ShouldBe($$"""{"held":0,"captured":{{(known ? PriceEach : 0)}},"released":{{(known ? 0 : PriceEach)}}}""");
        }

        reached.Count.ShouldBeInRange(1, Crowd - 1);
        (await GetAsync(two, "/api/account"))["balance"]!.GetValue<long>().ShouldBe(Credits - PriceEach * reached.Count);
        TestContext.Current.SendDiagnosticMessage($"{Crowd} shared: {reached.Count} reached the provider and succeeded, {Crowd - reached.Count} ended as outcome_unknown.");
    }

    public async ValueTask InitializeAsync()
    {
        if (Crowd > 0) _database = await _postgres.NewDatabaseAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _postgres.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    private Dictionary<string, string?> Settings(Uri provider) => new()
    {
        ["KINORA_DATABASE"] = _database!.Address,
        ["KINORA_ASSETS"] = Path.Combine(_files, "assets"),
        ["KINORA_ADMIN_KEY"] = Key,
        ["KINORA_INITIAL_CREDITS"] = Credits.ToString(CultureInfo.InvariantCulture),
        ["KINORA_OUTCOME_WAIT"] = "00:01:00",
        ["KINORA_FETCH_ALLOW"] = "127.0.0.0/8",
        ["KINORA_SANDBOX_LIMITS"] = "off",
        ["KIE_API_KEY"] = "sandbox",
        ["KIE_MARKET_BASE_URL"] = provider.ToString().TrimEnd('/'),
    };

    private static bool IsSubmission(string path) => path.EndsWith("/createTask", StringComparison.Ordinal);

    private static async Task AcceptAsync(HttpClient server, IEnumerable<int> numbers)
    {
        using var answer = await server.PostAsJsonAsync(
            "/api/generate/batch", new { items = numbers.Select(i => new { model = "kling-2.6", prompt = $"number {i}", duration = 5, sound = false }) }, Stop);
        answer.EnsureSuccessStatusCode();
    }

    private static async Task<JsonNode> GetAsync(HttpClient server, string path) => (await server.GetFromJsonAsync<JsonNode>(path, Stop))!;

    private static async Task<List<JsonNode>> ListAsync(HttpClient server)
    {
        var all = new List<JsonNode>();
        for (var cursor = ""; ;)
        {
            var page = await GetAsync(server, $"/api/generations?limit={Page}{cursor}");
            all.AddRange(page["items"]!.AsArray()!);
            if (page["next"]?.GetValue<string>() is not { } next) return all;
            cursor = "&cursor=" + next;
        }
    }

    // From the sandbox's own records: its list shows the newest ones alone.
    private static List<string> Submitted(KinoraProcess sandbox) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(sandbox.DataFolder, "tasks"), "*.json")
            .Select(file => JsonNode.Parse(File.ReadAllText(file))!["input"]!["prompt"]!.GetValue<string>()),
    ];

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await holds()) await timer.WaitForNextTickAsync(patience.Token);
    }
}
