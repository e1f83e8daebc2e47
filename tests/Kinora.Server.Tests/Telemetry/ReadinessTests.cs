using System.Net;
using Kinora.Core;
using Kinora.Core.Providers;
using Kinora.Server.Hosting;
using Kinora.Testing;
using Microsoft.Extensions.Hosting;

namespace Kinora.Server.Tests.Telemetry;

public sealed class ReadinessTests(WatchedServer watched) : IClassFixture<WatchedServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Server_is_ready_while_its_database_answers_and_alive_all_the_same()
    {
        using var client = watched.Server.CreateClient(key: null);
        (await StatusAsync(client, "/readyz")).ShouldBe(HttpStatusCode.OK);
        watched.Database = () => Task.FromException(new IOException("away: password=sesame"));
        try
        {
            using var away = await client.GetAsync("/readyz", Stop);
            away.Headers.CacheControl!.NoStore.ShouldBeTrue();
            (await away.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable, "unready")).Text("detail").ShouldBe("The database cannot be used.");
            (await StatusAsync(client, "/healthz")).ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            watched.Database = () => Task.CompletedTask;
        }

        (await StatusAsync(client, "/readyz")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Check_that_fails_is_named()
    {
        var (engine, life, clock) = (new KinoraEngine(new CallbackAddresses(new byte[32])), new Life(), new FakeClock());
        var database = new TaskCompletionSource();
        var readiness = new Readiness(engine, life, _ => database.Task, clock);
        (await readiness.WhyNotAsync(Stop))!.ShouldContain("engine");
        engine.Start(publicUrl: null, local: null);
        var asked = readiness.WhyNotAsync(Stop);
        clock.Advance(TimeSpan.FromSeconds(3));
        (await asked)!.ShouldContain("does not answer within 2 s");
        database.SetResult();
        (await readiness.WhyNotAsync(Stop)).ShouldBeNull();
        life.StopApplication();
        (await readiness.WhyNotAsync(Stop))!.ShouldContain("stopping");
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, Stop);
        return answer.StatusCode;
    }

    private sealed class Life : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _stopping = new();

        public CancellationToken ApplicationStarted => CancellationToken.None;
        public CancellationToken ApplicationStopping => _stopping.Token;
        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication() => _stopping.Cancel();

        public void Dispose() => _stopping.Dispose();
    }
}
