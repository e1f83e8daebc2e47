using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Kinora.Testing;
using Kinora.Testing.Processes;

namespace Kinora.Cli.Tests.Crashes;

/// <summary>
/// One server and its database through many deaths: each life is given a point to end at and an errand that leads there, beside everything that
/// earlier lives left undone. What its client asked for and heard no answer to is asked for again with the same key.
/// </summary>
/// <param name="connect">To the database, whether the server runs or not.</param>
internal sealed class CrashChain(
    KinoraProcess sandbox, IReadOnlyDictionary<string, string?> storage, Func<KinoraProcess, DbConnection> connect) : IAsyncDisposable
{
    private const string Key = "a-key-of-the-owner";
    private const int Price = 105;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly List<Wish> _wishes = [];
    private KinoraProcess? _server;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Where the server keeps its files.</summary>
    public string DataFolder => _server!.DataFolder;

    /// <summary>A life that ends at the point.</summary>
    public async Task DieAsync(CrashCase end)
    {
        var wish = new Wish($"{end.Name} {_wishes.Count}", end.Errand);
        _wishes.Add(wish);
        _server ??= KinoraProcess.Prepare(new KinoraLaunch(Settings()));
        if (end.Errand is Errand.Sweep) await FallDueAsync();
        _server.Begin("KINORA_TEST_CRASH_AT", end.Point);
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var asking = AskAsync(wish, gone.Token);
        try
        {
            (await _server.WaitForExitAsync(Stop)).ShouldBe(137, $"{end.Point}:\n{_server.Output}");
        }
        catch (OperationCanceledException waited)
        {
            throw new TimeoutException($"It did not come to {end.Point}:\n{_server.Output}", waited);
        }
        finally
        {
            await gone.CancelAsync();
            await asking.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        _server.Output.ShouldContain($"Ended at the crash point {end.Name}.");
    }

    /// <summary>A life that nothing cuts short: everything that was asked for comes to its end, and the books are looked at.</summary>
    public async Task LiveAsync()
    {
        await _server!.StartAsync(Stop);
        using var api = new Api(_server.Url, Key);
        foreach (var wish in _wishes.Where(wish => wish.Id is null)) await AskAsync(wish, Stop);
        // A callback that died with its process would be missed only when the model should long have been done.
        foreach (var wish in _wishes) await api.SyncAsync(wish.Id!);
        foreach (var wish in _wishes) await api.UntilFinalAsync(wish.Id!);

        // The provider alone knows what reached it.
        using var provider = new Api(sandbox.Url, "sandbox");
        var tasks = (await provider.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray();
        var reached = _wishes.Join(tasks, wish => wish.Prompt, task => task!["prompt"]!.GetValue<string>(), (wish, task) => (wish, TaskId: task!["taskId"]!)).ToList();
        reached.Select(one => one.wish).ShouldBeUnique();
        var delivered = reached.Where(one => one.wish.Errand is not Errand.LoseAnswer).ToDictionary(one => one.wish, one => one.TaskId);
        foreach (var wish in _wishes)
        {
            if (delivered.TryGetValue(wish, out var taskId)) await SucceedsAsync(api, wish, provider, taskId.GetValue<string>());
            else await FailsAsync(api, wish);
        }

        // Each is the one take of its item, however often it was asked for.
        foreach (var wish in _wishes.Where(wish => wish.Group is not null))
            (await api.GetAsync("/api/groups/" + wish.Group))["items"]![0]!["takes"]!.AsArray().ShouldHaveSingleItem()!["id"]!.GetValue<string>().ShouldBe(wish.Id);

        var account = await api.GetAsync("/api/account");
        (account["balance"]!.GetValue<long>(), account["held"]!.GetValue<long>()).ShouldBe((10_000 - delivered.Count * Price, 0));
    }

    private static async Task SucceedsAsync(Api api, Wish wish, Api sandbox, string taskId)
    {
        var end = await api.UntilDeliveredAsync(wish.Id!, sandbox, taskId);
        end["failure"].ShouldBeNull(end.ToJsonString());
    }

    private static async Task FailsAsync(Api api, Wish wish)
    {
        var end = await api.GetAsync("/api/generations/" + wish.Id);
        var words = end.ToJsonString();
        end["status"]!.GetValue<string>().ShouldBeOneOf(wish.Errand is Errand.Cancel ? ["canceled", "failed"] : ["failed"], words);
        end["failure"]?["code"]!.GetValue<string>().ShouldBe("outcome_unknown", words);
    }

    /// <summary>One life more, which sweeps what the others left lying: then there are the files that something refers to, and no others.</summary>
    public async Task SweepAsync()
    {
        await _server!.StopAsync(Stop);
        await FallDueAsync();
        await _server.StartAsync(Stop);
        for (var tries = 0; tries < 300 && (await ReadAsync("SELECT key FROM loose_files")).Count > 0; tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, Stop);
        var root = Path.Combine(_server.DataFolder, "assets");
        var referred = (await ReadAsync("SELECT document FROM generations")).Concat(await ReadAsync("SELECT document FROM assets")).SelectMany(Keys);
        Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file))
            .ShouldBe(referred, ignoreOrder: true);
    }

    // As if the hour that a file may take to be written were over, and the process that was sweeping long dead.
    private async Task FallDueAsync()
    {
        await ReadAsync("UPDATE loose_files SET sweep_at = 0");
        await ReadAsync("DELETE FROM leases");
    }

    private async Task<List<string>> ReadAsync(string sql)
    {
        await using var connection = connect(_server!);
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(Stop)) rows.Add(reader.GetString(0));
        return rows;
    }

    // Of every file that a document names: "key", "videoKey", "posterKey", …
    private static IEnumerable<string> Keys(string document) => Fields(JsonNode.Parse(document))
        .Where(field => field.Value is JsonValue && field.Key.EndsWith("key", StringComparison.OrdinalIgnoreCase))
        .Select(field => field.Value!.GetValue<string>());

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Fields(JsonNode? node) => node switch
    {
        JsonObject fields => fields.Concat(fields.SelectMany(field => Fields(field.Value))),
        JsonArray items => items.SelectMany(Fields),
        _ => [],
    };

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }

    private Dictionary<string, string?> Settings()
    {
        var settings = new Dictionary<string, string?>(storage)
        {
            ["KINORA_ADMIN_KEY"] = Key,
            ["KINORA_OUTCOME_WAIT"] = "00:00:05",
            ["KINORA_FETCH_ALLOW"] = "127.0.0.0/8",
            ["KIE_API_KEY"] = "sandbox",
            ["KIE_MARKET_BASE_URL"] = sandbox.Url.ToString().TrimEnd('/'),
            ["KIE_UPLOAD_BASE_URL"] = sandbox.Url.ToString().TrimEnd('/'),
        };
        return settings;
    }

    // Until it is answered, or the server is gone.
    private async Task AskAsync(Wish wish, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = _server!.Url, Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
        for (var tries = 0; tries < 1000; tries++)
        {
            try
            {
                if (wish.Errand is Errand.Upload && wish.Asset is null) wish.Asset = await UploadAsync(http, cancellationToken);
                if (wish.Errand is Errand.Group && wish.Group is null) wish.Group = await GroupAsync(http, wish, cancellationToken);
                wish.Id ??= await GenerateAsync(http, wish, cancellationToken);
                if (wish.Errand is Errand.Cancel) using (await http.PostAsync($"/api/generations/{wish.Id}/cancel", null, cancellationToken)) { }
                return;
            }
            catch (Exception fault) when (fault is HttpRequestException or IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellationToken);
            }
        }
    }

    private static async Task<string> GenerateAsync(HttpClient http, Wish wish, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, wish.Group is null ? "/api/generate/video" : $"/api/groups/{wish.Group}/generate");
        request.Headers.Add("Idempotency-Key", wish.Prompt);
        request.Content = wish.Group is null ? JsonContent.Create(Form(wish)) : JsonContent.Create(new { });
        using var answer = await http.SendAsync(request, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        ((int)answer.StatusCode).ShouldBe(202, text);
        var accepted = JsonNode.Parse(text)!;
        return (wish.Group is null ? accepted : accepted["items"]!.AsArray().ShouldHaveSingleItem())!["id"]!.GetValue<string>();
    }

    private static async Task<string> GroupAsync(HttpClient http, Wish wish, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsJsonAsync("/api/groups", new { kind = "batch", name = "Night", items = new[] { new { request = Form(wish) } } }, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        ((int)answer.StatusCode).ShouldBe(201, text);
        return JsonNode.Parse(text)!["id"]!.GetValue<string>();
    }

    private static object Form(Wish wish) => new { model = "kling-2.6", prompt = wish.Prompt, duration = 5, sound = false, firstFrame = wish.Asset };

    private static async Task<string> UploadAsync(HttpClient http, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        using var picture = new ByteArrayContent(PlainPng.Of(400, 400));
        picture.Headers.ContentType = new("image/png");
        form.Add(picture, "file", "picture.png");
        using var answer = await http.PostAsync("/api/assets", form, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        ((int)answer.StatusCode).ShouldBe(201, text);
        return JsonNode.Parse(text)!["id"]!.GetValue<string>();
    }
}
