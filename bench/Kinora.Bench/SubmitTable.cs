using System.Globalization;
using System.Text;
using Kinora.Core.Storage.Postgres;
using Kinora.Testing.Processes;

namespace Kinora.Bench;

/// <summary>Durable submissions per second over HTTP, through the doors of the real server, beside a bare server that does nothing but answer durably.</summary>
internal static class SubmitTable
{
    private const string Key = "a-key-of-the-owner";
    private const int Connections = 64;

    // Many and short: on a machine that others use too, a pair tells more the closer its two halves are, and a median the more there are.
    private const int Rounds = 21;

    // So long does the runtime go on compiling what is called often: before that it is measured, and not the server.
    private const int WarmUpRounds = 24;

    private static readonly (string Name, string Path, string Body)[] Doors =
    [
        ("KIE.ai", "/api/v1/jobs/createTask", """{"model":"kling-2.6/text-to-video","input":{"prompt":"[[stuck]] A red fox runs through fresh snow at dawn.","duration":"5","aspect_ratio":"16:9","sound":false}}"""),
        ("own", "/api/generate/video", """{"model":"kling-2.6","prompt":"[[stuck]] A red fox runs through fresh snow at dawn.","duration":5,"sound":false}"""),
        ("OpenAI", "/v1/videos", """{"model":"kling-2.6","prompt":"[[stuck]] A red fox runs through fresh snow at dawn.","seconds":"5"}"""),
    ];

    /// <param name="requests">In each round, at each server.</param>
    public static async Task PrintAsync(int requests)
    {
        Console.WriteLine($"{requests:N0} submissions by {Connections} connections, each answered after its commit is on disk; the medians of {Rounds} rounds in turn.");
        Console.WriteLine("engine      door      requests/s   bare/s  ratio  of all rounds");
        var folder = Directory.CreateTempSubdirectory("kinora-bench-").FullName;
        await PrintAsync("SQLite", requests, Path.Combine(folder, "bare.db"), database: null);
        await using (var server = new PostgresServer { IsDurable = true })
        await using (var database = await server.NewDatabaseAsync(CancellationToken.None))
            await PrintAsync("PostgreSQL", requests, PostgresAddress.Read(database.Address)!, database.Address);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task PrintAsync(string engine, int requests, string bareDatabase, string? database)
    {
        await using var bare = await BareServer.StartAsync(bareDatabase);

        // The built-in sandbox keeps KIE.ai's limits, and never ends what it was given: what waits in line and what would be collected do not take the processor.
        await using var kinora = await KinoraProcess.StartAsync(
            new KinoraLaunch(new Dictionary<string, string?>
            {
                ["KINORA_ADMIN_KEY"] = Key, ["KINORA_INITIAL_CREDITS"] = "1000000000", ["KINORA_DATABASE"] = database, ["KINORA_SANDBOX_RENDER"] = "none",
            }),
            CancellationToken.None);
        foreach (var (name, path, body) in Doors)
        {
            var rounds = new List<(double Own, double Bare)>();
            for (var round = -WarmUpRounds; round < Rounds; round++)
            {
                var (bareRate, ownRate) = (await RateAsync(new(bare.Url, path), body, requests), await RateAsync(new(kinora.Url, path), body, requests));
                if (round >= 0) rounds.Add((ownRate, bareRate));
            }

            // Both of a round ran within seconds, on a machine that was as busy for the one as for the other.
            double[] ratios = [.. rounds.Select(round => round.Own / round.Bare).Order()];
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{engine,-11} {name,-8} {Median(rounds.Select(round => round.Own)),11:N0} {Median(rounds.Select(round => round.Bare)),8:N0} {Median(ratios),6:0.00}  {ratios[0]:0.00} to {ratios[^1]:0.00}"));
        }
    }

    private static async Task<double> RateAsync(Uri address, string body, int requests)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections });
        http.DefaultRequestHeaders.Authorization = new("Bearer", Key);
        var start = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(Enumerable.Range(0, requests), new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (_, stop) =>
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await http.PostAsync(address, content, stop);
            var told = await answer.Content.ReadAsStringAsync(stop);
            if (!answer.IsSuccessStatusCode || told.Contains("\"code\":4", StringComparison.Ordinal)) throw new InvalidOperationException(told);
        });
        return requests / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static double Median(IEnumerable<double> figures) => figures.Order().ElementAt(Rounds / 2);
}
