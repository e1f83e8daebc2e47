using System.Text.Json.Nodes;
using Kinora.Testing;
using Kinora.Testing.Processes;

namespace Kinora.Cli.Tests;

/// <summary>The real server process is killed in the middle of its work and started again; the provider lives on in a process of its own.</summary>
public sealed class KilledServerTests
{
    private const string Key = "a-key-of-the-owner";
    private const int PriceEach = 105;
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_lost_or_submitted_twice_or_charged_twice()
    {
        await using var sandbox = await SandboxAsync();
        await using var relay = await ProviderRelay.StartAsync(sandbox.Url, Stop);
        relay.SwallowRequest = (path, body) => path.EndsWith("/createTask", StringComparison.Ordinal) && body.Contains("never left")
            || path.Contains("recordInfo") && AskedAbout(relay, path) is "held running"
            || path.StartsWith("/files/", StringComparison.Ordinal);
        relay.SwallowAnswer = (path, body) => path.EndsWith("/createTask", StringComparison.Ordinal) && body.Contains("answer lost");

        await using var server = await KinoraProcess.StartAsync(new KinoraLaunch(ServerSettings(relay.Url)), Stop);
        using var api = new Api(server.Url, Key);
        var neverLeft = await api.GenerateAsync(Request("never left"));
        var answerLost = await api.GenerateAsync(Request("answer lost"));
        var running = await api.GenerateAsync(Request("held running"));
        var collecting = await api.GenerateAsync(Request("held collecting"));
        await api.UntilStatusAsync(neverLeft, "submitting");
        await api.UntilStatusAsync(answerLost, "submitting");
        await api.UntilStatusAsync(running, "running");
        await api.UntilStatusAsync(collecting, "collecting");

        // More than the provider's budget of 20 in 10 s takes: the last of them are still in line.
        var crowd = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => api.GenerateAsync(Request($"crowd {i}"))));
        var line = await Task.WhenAll(crowd.Select(api.StatusAsync));
        line.ShouldContain("queued");
        (await api.StatusAsync(neverLeft)).ShouldBe("submitting");
        (await api.StatusAsync(answerLost)).ShouldBe("submitting");

        await server.KillAsync();
        relay.Heal();
        await server.StartAsync(Stop);

        var lost = await api.UntilFinalAsync(neverLeft);
        lost["status"]!.GetValue<string>().ShouldBe("failed");
        lost["failure"]!["code"]!.GetValue<string>().ShouldBe("outcome_unknown");
        lost["charge"]!.ToJsonString().ShouldBe($$"""{"held":0,"captured":0,"released":{{PriceEach}}}""");

        string[] reached = [answerLost, running, collecting, .. crowd];
        foreach (var id in reached)
        {
            var done = await api.UntilFinalAsync(id);
            done["status"]!.GetValue<string>().ShouldBe("succeeded", done.ToJsonString());
            done["charge"]!["captured"]!.GetValue<long>().ShouldBe(PriceEach);
        }

        await SubmittedShouldBeAsync(sandbox, reached.Length);
        await MoneyShouldBeAsync(api, spent: PriceEach * reached.Length);

        // The way out for the one that never left.
        var again = await api.UntilFinalAsync(await api.AgainAsync(neverLeft));
        again["status"]!.GetValue<string>().ShouldBe("succeeded");
        await MoneyShouldBeAsync(api, spent: PriceEach * (reached.Length + 1));
    }

    private static Task<KinoraProcess> SandboxAsync() => KinoraProcess.StartAsync(
        new KinoraLaunch(new Dictionary<string, string?> { ["SANDBOX_SPEED"] = "1", ["SANDBOX_LIMITS"] = "off" }, ["sandbox"]), Stop);

    private static Dictionary<string, string?> ServerSettings(Uri provider) => new()
    {
        ["KINORA_ADMIN_KEY"] = Key,
        ["KINORA_OUTCOME_WAIT"] = "00:00:40",
        ["KINORA_FETCH_ALLOW"] = "127.0.0.0/8",
        ["KIE_API_KEY"] = "sandbox",
        ["KIE_MARKET_BASE_URL"] = provider.ToString().TrimEnd('/'),
        ["KIE_UPLOAD_BASE_URL"] = provider.ToString().TrimEnd('/'),
    };

    private static object Request(string prompt) => new { model = "kling-2.6", prompt, duration = 5, sound = false };

    // Which prompt the task of a recordInfo request was created with.
    private static string? AskedAbout(ProviderRelay relay, string path)
    {
        var taskId = path[(path.IndexOf('=', StringComparison.Ordinal) + 1)..];
        var created = relay.Answered.FirstOrDefault(exchange => exchange.Path.EndsWith("/createTask", StringComparison.Ordinal) && exchange.Answer.Contains(taskId));
        return created.Body is null ? null : JsonNode.Parse(created.Body)!["input"]!["prompt"]!.GetValue<string>();
    }

    private static async Task SubmittedShouldBeAsync(KinoraProcess sandbox, int count)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Url };
        var tasks = JsonNode.Parse(await http.GetStringAsync("/sandbox/tasks", Stop))!["tasks"]!.AsArray();
        var prompts = tasks.Select(task => task!["prompt"]!.GetValue<string>()).ToList();
        prompts.Count.ShouldBe(count);
        prompts.Distinct().Count().ShouldBe(count);
    }

    private static async Task MoneyShouldBeAsync(Api api, long spent)
    {
        var account = await api.GetAsync("/api/account");
        account["balance"]!.GetValue<long>().ShouldBe(10_000 - spent);
        account["held"]!.GetValue<long>().ShouldBe(0);
        var items = new List<JsonNode>();
        for (var cursor = ""; ;)
        {
            var page = await api.GetAsync("/api/account/ledger?limit=50" + cursor);
            items.AddRange(page["items"]!.AsArray()!);
            if (page["next"]?.GetValue<string>() is not { } next) break;
            cursor = "&cursor=" + next;
        }

        items.Sum(entry => entry["balanceChange"]!.GetValue<long>()).ShouldBe(10_000 - spent);
        items.Sum(entry => entry["heldChange"]!.GetValue<long>()).ShouldBe(0);
    }
}
