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
        relay.SwallowRequest = (path, body) => path.EndsWith("/createTask") && body.Contains("never left")
            || path.Contains("recordInfo") && AskedAbout(relay, path) is "held running"
            || path.StartsWith("/files/");
        relay.SwallowAnswer = (path, body) => path.EndsWith("/createTask") && body.Contains("answer lost");

        await using var server = await KinoraProcess.StartAsync(new KinoraLaunch(ServerSettings(relay.Url)), Stop);
        using var api = new Api(server.Url, Key);
        var neverLeft = await api.GenerateAsync(Request("never left"));
        var running = await api.GenerateAsync(Request("held running"));
        var collecting = await api.GenerateAsync(Request("held collecting"));
        await api.UntilStatusAsync(neverLeft, "submitting");
        await api.UntilStatusAsync(running, "running");
        await api.UntilStatusAsync(collecting, "collecting");

        // The provider works on this one and its answer hangs. More follow than its budget of 20 in 10 s takes: the last of them stay in line.
        var answerLost = await api.GenerateAsync(Request("answer lost"));
        await api.UntilAsync(answerLost, _ => relay.Answered.Any(exchange => exchange.Body.Contains("answer lost")));
        var crowd = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => api.GenerateAsync(Request($"crowd {i}"))));
        string[] expected = ["submitting", "running", "collecting", "submitting", "queued"];
        (await Task.WhenAll(new[] { neverLeft, running, collecting, answerLost, crowd[^1] }.Select(api.StatusAsync))).ShouldBe(expected);

        await server.KillAsync();
        relay.Heal();
        await server.StartAsync(Stop);

        // The provider alone knows what reached it; the kill may have cut off one of the crowd on its way.
        string[] all = [neverLeft, running, collecting, answerLost, .. crowd];
        var ended = new List<JsonNode>();
        foreach (var id in all) ended.Add(await api.UntilFinalAsync(id));
        var submitted = await SubmittedAsync(sandbox);
        submitted.ShouldBeUnique();
        foreach (var generation in ended)
        {
            var reached = submitted.Contains(generation["input"]!["prompt"]!.GetValue<string>());
            generation["status"]!.GetValue<string>().ShouldBe(reached ? "succeeded" : "failed", generation.ToJsonString());
            generation["failure"]?["code"]!.GetValue<string>().ShouldBe("outcome_unknown");
            generation["charge"]!.ToJsonString().ShouldBe($$"""{"held":0,"captured":{{(reached ? PriceEach : 0)}},"released":{{(reached ? 0 : PriceEach)}}}""");
        }

        (await Task.WhenAll(new[] { neverLeft, running, collecting, answerLost, crowd[^1] }.Select(api.StatusAsync)))
            .ShouldBe(["failed", "succeeded", "succeeded", "succeeded", "succeeded"]);
        await MoneyShouldBeAsync(api, spent: PriceEach * submitted.Count);

        // The way out for the one that never left.
        var again = await api.UntilFinalAsync(await api.AgainAsync(neverLeft));
        again["status"]!.GetValue<string>().ShouldBe("succeeded");
        await MoneyShouldBeAsync(api, spent: PriceEach * (submitted.Count + 1));
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
        var created = relay.Answered.FirstOrDefault(exchange => exchange.Path.EndsWith("/createTask") && exchange.Answer.Contains(taskId));
        return created.Body is null ? null : JsonNode.Parse(created.Body)!["input"]!["prompt"]!.GetValue<string>();
    }

    private static async Task<List<string>> SubmittedAsync(KinoraProcess sandbox)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Url };
        var tasks = JsonNode.Parse(await http.GetStringAsync("/sandbox/tasks", Stop))!["tasks"]!.AsArray();
        return [.. tasks.Select(task => task!["prompt"]!.GetValue<string>())];
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
