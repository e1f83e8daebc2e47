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
        var crowd = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => api.GenerateAsync(Request($"crowd {i}"))));
        string[] queued = [.. crowd.Zip(await Task.WhenAll(crowd.Select(api.StatusAsync))).Where(one => one.Second == "queued").Select(one => one.First)];
        string[] expected = ["submitting", "running", "collecting", "submitting"];
        (await Task.WhenAll(new[] { neverLeft, running, collecting, answerLost }.Select(api.StatusAsync))).ShouldBe(expected);

        await server.KillAsync();
        relay.Heal();
        await server.StartAsync(Stop);

        // The provider alone knows what reached it; the kill may have cut off one of the crowd on its way.
        string[] all = [neverLeft, running, collecting, answerLost, .. crowd];
        foreach (var id in all) await api.UntilFinalAsync(id);
        using var provider = new Api(sandbox.Url, "sandbox");
        var submitted = await SubmittedAsync(provider);
        foreach (var id in all)
        {
            var generation = await api.GetAsync("/api/generations/" + id);
            var reached = submitted.TryGetValue(generation["input"]!["prompt"]!.GetValue<string>(), out var taskId);
            if (reached) generation = await api.UntilDeliveredAsync(id, provider, taskId!);
            generation["status"]!.GetValue<string>().ShouldBe(reached ? "succeeded" : "failed", generation.ToJsonString());
            generation["failure"]?["code"]!.GetValue<string>().ShouldBe("outcome_unknown");
            var (held, captured) = (generation["charge"]!["held"]!.GetValue<long>(), generation["charge"]!["captured"]!.GetValue<long>());
            (held, captured).ShouldBe((0, reached ? PriceEach : 0), generation.ToJsonString());
        }

        (await Task.WhenAll(new[] { neverLeft, running, collecting, answerLost }.Select(api.StatusAsync))).ShouldBe(["failed", "succeeded", "succeeded", "succeeded"]);
        (await Task.WhenAll(queued.Select(api.StatusAsync))).ShouldContain("succeeded", "what waited in line was lost");
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

    // The id of each task by its prompt, of which none came twice.
    private static async Task<Dictionary<string, string>> SubmittedAsync(Api sandbox) =>
        (await sandbox.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().ToDictionary(task => task!["prompt"]!.GetValue<string>(), task => task!["taskId"]!.GetValue<string>());

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
