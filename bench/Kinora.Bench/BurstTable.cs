using System.Globalization;
using System.Text.Json;
using Kinora.Client;
using Kinora.Testing.Processes;

namespace Kinora.Bench;

/// <summary>A burst on two servers that share two accounts at the provider. Promised: it takes the time that the budgets allow, and nobody is told to come later.</summary>
internal static class BurstTable
{
    private const string Key = "a-key-of-the-owner";
    private const int Accounts = 2, CallsPerWindow = 20, WindowSeconds = 10;

    public static async Task PrintAsync(int count)
    {
        await using var postgres = new PostgresServer { IsDurable = true };
        await using var database = await postgres.NewDatabaseAsync(CancellationToken.None);
        await using var one = await SandboxAsync();
        await using var two = await SandboxAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, Providers(one, two));
        await using var first = await ServerAsync(database.Address, file);
        await using var second = await ServerAsync(database.Address, file);
        File.Delete(file);

        KinoraClient[] nodes = [new(first.CreateClient(Key)), new(second.CreateClient(Key))];
        var start = TimeProvider.System.GetTimestamp();
        await Task.WhenAll(nodes.Select((node, i) => node.GenerateBatchAsync(new([.. Enumerable.Range(0, count / 2).Select(number => Request($"burst {i} {number}"))]))));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((await TasksAsync(one)).Count + (await TasksAsync(two)).Count < count) await timer.WaitForNextTickAsync();
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;

        // The windows that are full before the last call may be made.
        var least = (Math.Ceiling(count / (double)(Accounts * CallsPerWindow)) - 1) * WindowSeconds;
        Write($"{count} generations on 2 servers by 2 accounts of {CallsPerWindow} submissions in {WindowSeconds} s: {seconds:f1} s, {seconds / least:f2} times the {least:f0} s that the budgets allow");
        foreach (var sandbox in new[] { one, two })
        {
            var times = await TasksAsync(sandbox);
            var nearest = times.Order().Zip(times.Order().Skip(CallsPerWindow), (before, after) => (after - before).TotalSeconds).DefaultIfEmpty(WindowSeconds).Min();
            Write($"  one account: {times.Count} submissions, any {CallsPerWindow + 1} of them at least {nearest:f2} s apart");
        }

        var busy = 0;
        foreach (var item in await AllAsync(nodes[0])) busy += (await nodes[0].GetAsync(item.Id)).History?.Count(line => line.Cause == "requeued") ?? 0;
        Write($"  told to come later (429): {busy}");
    }

    private static Task<KinoraProcess> SandboxAsync() => KinoraProcess.StartAsync(
        new KinoraLaunch(new Dictionary<string, string?> { ["SANDBOX_RENDER"] = "none", ["SANDBOX_DATA"] = null }, ["sandbox"]), CancellationToken.None);

    private static Task<KinoraProcess> ServerAsync(string database, string providers) => KinoraProcess.StartAsync(
        new KinoraLaunch(new Dictionary<string, string?>
        {
            ["KINORA_DATABASE"] = database, ["KINORA_ADMIN_KEY"] = Key, ["KINORA_INITIAL_CREDITS"] = "1000000", ["KINORA_PROVIDERS"] = providers,
            ["KINORA_FETCH_ALLOW"] = "127.0.0.0/8",
        }),
        CancellationToken.None);

    private static string Providers(params KinoraProcess[] sandboxes)
    {
        var accounts = sandboxes.Select((one, i) => $$"""{"id":"kie-{{i + 1}}","provider":"kie","baseUrl":"{{one.Url}}","keys":["sandbox"]}""");
        return $$"""{"accounts":[{{string.Join(',', accounts)}}]}""";
    }

    private static GenerateVideoRequest Request(string prompt) => new() { Model = "kling-2.6", Prompt = prompt };

    private static async Task<List<DateTimeOffset>> TasksAsync(KinoraProcess sandbox)
    {
        using var http = new HttpClient { BaseAddress = sandbox.Url };
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri("/sandbox/tasks", UriKind.Relative)));
        return [.. answer.RootElement.GetProperty("tasks").EnumerateArray().Select(task => task.GetProperty("createdAt").GetDateTimeOffset())];
    }

    private static async Task<List<GenerationResponse>> AllAsync(KinoraClient node)
    {
        var all = new List<GenerationResponse>();
        string? cursor = null;
        do
        {
            var page = await node.ListAsync(cursor: cursor);
            all.AddRange(page.Items);
            cursor = page.Next;
        }
        while (cursor is not null);
        return all;
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
