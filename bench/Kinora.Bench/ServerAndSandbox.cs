using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Kinora.Client;
using Kinora.Testing.Processes;

namespace Kinora.Bench;

/// <summary>The real server on SQLite and, in a process of its own, the sandbox as its provider: nothing is rendered, no limits on either side.</summary>
internal sealed class ServerAndSandbox : IAsyncDisposable
{
    private const string Key = "a-key-of-the-owner";
    private const int BatchSize = 100;
    private const int BatchesAtOnce = 4;

    private ServerAndSandbox(KinoraProcess server, KinoraProcess sandbox) => (Server, Sandbox) = (server, sandbox);

    public KinoraProcess Server { get; }
    public KinoraProcess Sandbox { get; }

    public static async Task<ServerAndSandbox> StartAsync()
    {
        var off = new Dictionary<string, string?> { ["SANDBOX_LIMITS"] = "off", ["SANDBOX_RENDER"] = "none", ["SANDBOX_DATA"] = null };
        var sandbox = await KinoraProcess.StartAsync(new KinoraLaunch(off, ["sandbox"]), CancellationToken.None);
        var provider = sandbox.Url.ToString().TrimEnd('/');
        var server = await KinoraProcess.StartAsync(
            new KinoraLaunch(new Dictionary<string, string?>
            {
                ["KINORA_ADMIN_KEY"] = Key,
                ["KINORA_INITIAL_CREDITS"] = "1000000000",
                ["KINORA_SANDBOX_LIMITS"] = "off",
                ["KINORA_FETCH_ALLOW"] = "127.0.0.0/8",
                ["KIE_API_KEY"] = "sandbox",
                ["KIE_MARKET_BASE_URL"] = provider,
            }),
            CancellationToken.None);
        return new(server, sandbox);
    }

    public KinoraClient CreateClient() => new(Server.CreateClient(Key));

    /// <summary>Accepts so many by batches and waits until the provider works on all of them. Answers how long each of the two took.</summary>
    /// <param name="prompt">Of each, with the directives for the sandbox.</param>
    public async Task<(TimeSpan Accepting, TimeSpan Submitting)> FillAsync(int count, Func<int, string> prompt)
    {
        var kinora = CreateClient();
        var time = TimeProvider.System;
        await using var rows = ServerRows.Open(Server.DataFolder);
        var running = rows.Running;
        var start = time.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count).Chunk(BatchSize), new ParallelOptions { MaxDegreeOfParallelism = BatchesAtOnce },
            async (batch, stop) => await kinora.GenerateBatchAsync(new([.. batch.Select(i => Request(prompt(i)))]), cancellationToken: stop));
        var accepting = time.GetElapsedTime(start);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (rows.Running - running < count) await timer.WaitForNextTickAsync();
        return (accepting, time.GetElapsedTime(start));
    }

    /// <summary>Moves the sandbox's clock ahead: what falls due until then ends now.</summary>
    public async Task AdvanceAsync(string by)
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "sandbox");
        using var answer = await http.PostAsJsonAsync("/sandbox/clock", new { advance = by });
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>When the sandbox finished which of its newest tasks, by their prompts without directives.</summary>
    public async Task<Dictionary<string, DateTimeOffset>> CompletedAsync()
    {
        using var http = new HttpClient { BaseAddress = Sandbox.Url };
        using var answer = JsonDocument.Parse(await http.GetStringAsync(new Uri("/sandbox/tasks", UriKind.Relative)));
        return answer.RootElement.GetProperty("tasks").EnumerateArray()
            .Where(task => task.TryGetProperty("completedAt", out var at) && at.ValueKind is JsonValueKind.String)
            .ToDictionary(
                task => task.GetProperty("prompt").GetString()!.Trim(),
                task => DateTimeOffset.Parse(task.GetProperty("completedAt").GetString()!, CultureInfo.InvariantCulture));
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Sandbox.DisposeAsync();
    }

    // A model that takes long, so that all are there before the first of them is asked about.
    private static GenerateVideoRequest Request(string prompt) => new() { Model = "sora-2-pro", Prompt = prompt };
}
