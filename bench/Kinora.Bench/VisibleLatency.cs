using Kinora.Client;

namespace Kinora.Bench;

/// <summary>How long it takes from a task's end at the provider until an account's listener is told, by way of the callback.</summary>
/// <param name="Median">Milliseconds.</param>
/// <param name="P90">The same of the slowest tenth.</param>
internal sealed record VisibleLatency(double Median, double P90)
{
    private const int Probes = 40;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(750);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Sends probes one after the other. They are of another kind than what is in flight, whose durations they do not teach.</summary>
    /// <param name="name">Tells the probes of several measurements apart.</param>
    public static async Task<VisibleLatency> MeasureAsync(ServerAndSandbox rig, string name)
    {
        var kinora = rig.CreateClient();
        using var patience = new CancellationTokenSource(Patience);
        var listening = ListenAsync(kinora, name, patience.Token);
        using var timer = new PeriodicTimer(Between);
        for (var i = 0; i < Probes; i++)
        {
            await timer.WaitForNextTickAsync(patience.Token);
            await kinora.GenerateAsync(
                new() { Model = "kling-2.6", Prompt = $"{name} {i} [[slow:4s]]", Duration = 5, Sound = false }, cancellationToken: patience.Token);
        }

        var seen = await listening;
        var completed = await rig.CompletedAsync();
        var waits = seen.Select(one => (one.Value - completed[one.Key]).TotalMilliseconds).Order().ToArray();
        return new(waits[waits.Length / 2], waits[waits.Length * 9 / 10]);
    }

    private static async Task<Dictionary<string, DateTimeOffset>> ListenAsync(KinoraClient kinora, string name, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<string, DateTimeOffset>();
        await foreach (var happened in kinora.EventsAsync(cancellationToken: cancellationToken))
        {
            if (happened.Generation is not { Status: "collecting" or "succeeded" } generation) continue;
            var prompt = generation.Input.Prompt!.Split("[[")[0].Trim();
            if (prompt.StartsWith(name, StringComparison.Ordinal)) seen.TryAdd(prompt, TimeProvider.System.GetUtcNow());
            if (seen.Count == Probes) return seen;
        }

        throw new InvalidOperationException("The stream of events ended.");
    }
}
