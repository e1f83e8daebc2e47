using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Kinora.Server.Tests.Surfaces;
using Kinora.Server.Tests.Telemetry;
using Kinora.Server.Tests.TwoAccounts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Tests.Fuzzing;

/// <summary>
/// Requests with faults to every endpoint of every surface, by nobody, a user and an administrator: no fault of the server, no hang, and the books balance. KINORA_FUZZ=10000 sends
/// 100,000 of them, ten times its number; KINORA_FUZZ_SEED draws others.
/// </summary>
public sealed class FuzzTests
{
    private const int Usual = 15_000;
    private static readonly int Count = Number("KINORA_FUZZ") * 10 ?? Usual;
    private static readonly int Seed = Number("KINORA_FUZZ_SEED") ?? 20261122;

    // Generous: it is there to end a hang, not to measure.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_request_is_answered_in_words_and_the_books_balance()
    {
        var (folder, lines) = (Directory.CreateTempSubdirectory("kinora-test-").FullName, new CapturedLines());
        try
        {
            await using var receiver = await HookReceiver.StartAsync();
            await using var clip = await ClipOrigin.StartAsync();
            await using var server = await TestServer.StartAsync(
                options => options with { FetchAllow = ["127.0.0.1"] }, folder: folder, configure: services => services.AddSingleton<ILoggerFactory>(lines.Factory));
            using var owner = server.CreateClient();
            using var user = await server.CreateOtherClientAsync();
            using var nobody = server.CreateClient(key: null);
            var things = await ThingsAsync(owner);
            var requests = new FuzzRequests(ServerCalls.Of(server.Services), things, Seed);
            var (tally, faults) = (new FuzzTally(), new ConcurrentQueue<string>());
            await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Stop }, async (number, _) =>
            {
                var drawn = requests.Draw(number);
                using var request = drawn.Request;
                var client = drawn.By switch { FuzzRequests.Caller.Nobody => nobody, FuzzRequests.Caller.User => user, _ => owner };
                if (await FaultAsync(client, drawn, tally) is { } fault) faults.Enqueue($"Seed {Seed}, number {number}: {fault}\n  {drawn.By}: {await TellAsync(request)}");
            });

            TestContext.Current.TestOutputHelper!.WriteLine($"Seed {Seed}, {Count} requests, {100 * tally.Reached:0} % of those with a key reached a handler.\n{tally}");
            faults.Take(8).ShouldBeEmpty($"{faults.Count} of {Count} went wrong.");
            lines.All.Where(line => line.Contains("\"level\":\"error\"", StringComparison.Ordinal) || line.Contains("\"level\":\"critical\"", StringComparison.Ordinal)).Take(5).ShouldBeEmpty();
            tally.Reached.ShouldBeGreaterThan(0.3);
            tally.Faint.ShouldBeEmpty("Their requests are too broken to say anything.");
            (await owner.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
            await BooksShouldBalanceAsync(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string?> FaultAsync(HttpClient client, FuzzRequests.Drawn drawn, FuzzTally tally)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await client.SendAsync(drawn.Request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var type = answer.Content.Headers.ContentType?.MediaType;
            // A stream of events has no end.
            var body = type is "text/event-stream" ? [] : await answer.Content.ReadAsByteArrayAsync(patience.Token);
            var (status, code) = ((int)answer.StatusCode, FuzzTally.CodeOf(type, body));
            tally.Add(drawn.Call, drawn.By != FuzzRequests.Caller.Nobody, status, code);
            // Nobody enhances prompts here, and the server says so. On KIE's API code 500 is that of fields, too.
            if ((status >= 500 && code != "enhance_unavailable") || code is "internal" || (code is "500" && Encoding.UTF8.GetString(body).Contains("erver e", StringComparison.Ordinal))) return $"{status} {Encoding.UTF8.GetString(body)}";
            return status >= 400 && code is null && drawn.Request.Method != HttpMethod.Head && status is not 414 ? $"{status} without a code" : null;
        }
        catch (OperationCanceledException) when (!Stop.IsCancellationRequested)
        {
            return "no answer";
        }
        catch (Exception e) when (e is HttpRequestException or System.Text.Json.JsonException)
        {
            return $"no answer: {e}";
        }
    }

    private static async Task<Dictionary<string, string>> ThingsAsync(HttpClient owner)
    {
        var take = (await owner.PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""")).Body.Text("id");
        using var upload = new ByteArrayContent(Pictures.Png) { Headers = { ContentType = new("image/png") } };
        using var uploaded = await owner.PostAsync("/api/assets", upload, Stop);
        return new()
        {
            ["generation"] = take,
            ["asset"] = (await uploaded.JsonAsync()).Text("id"),
            ["collection"] = (await owner.PostAsync("/api/collections", """{"name":"Trip"}""")).Body.Text("id"),
            ["group"] = (await owner.PostAsync("/api/groups", """{"kind":"storyboard","name":"Trip","items":[{"request":{"model":"kling-2.6"}}]}""")).Body.Text("id"),
            ["key"] = (await owner.PostAsync("/api/account/keys", """{"name":"Laptop"}""")).Body.Text("id"),
            ["account"] = "other",
        };
    }

    private static async Task BooksShouldBalanceAsync(string folder)
    {
        await using var rows = await DatabaseRows.OpenAsync(folder);
        (await rows.ReadAsync(
            """
            SELECT a.id, a.balance, a.held, SUM(l.balance_change), SUM(l.held_change) FROM accounts a LEFT JOIN ledger l ON l.account_id = a.id GROUP BY a.id
            HAVING a.balance <> COALESCE(SUM(l.balance_change), 0) OR a.held <> COALESCE(SUM(l.held_change), 0)
            """)).ShouldBeEmpty();
        (await rows.ReadAsync("SELECT id FROM accounts WHERE balance < held OR held < 0")).ShouldBeEmpty();
    }

    private static async Task<string> TellAsync(HttpRequestMessage request)
    {
        var body = request.Content is { } content ? Encoding.Latin1.GetString(await content.ReadAsByteArrayAsync(Stop)) : "";
        return $"{request.Method} {request.RequestUri} {request.Content?.Headers.ContentType} {body[..Math.Min(body.Length, 1000)]}";
    }

    private static int? Number(string setting) => Environment.GetEnvironmentVariable(setting) is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : null;
}
