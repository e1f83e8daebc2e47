using System.Net;
using Kinora.Core.Providers;
using Kinora.Testing;

namespace Kinora.Server.Tests;

public sealed class EventStreamTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stream_begins_with_what_happens_from_now_on()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        await RunningAsync(client);
        using var listener = await EventListener.StartAsync(client);
        var later = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        (await listener.UntilAsync(e => e.Name == "generation")).Data.Text("id").ShouldBe(later);
    }

    [Fact]
    public async Task Stream_that_resumes_misses_nothing()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        string? last;
        using (var listener = await EventListener.StartAsync(client))
        {
            await client.PostAsync("/api/generate/video", Fox);
            last = (await listener.UntilAsync(e => e.Name == "account")).Id;
        }

        var missed = new List<string>();
        for (var i = 0; i < 3; i++) missed.Add((await client.PostAsync("/api/generate/video", Fox)).Body.Text("id"));
        using var resumed = await EventListener.StartAsync(client, last);
        var seen = new HashSet<string>();
        await resumed.UntilAsync(e => e.Name == "generation" && seen.Add(e.Data.Text("id")) && missed.All(seen.Contains));
    }

    [Fact]
    public async Task Grant_is_told_as_an_account_event()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        await client.PostAsync("/api/admin/accounts/owner/grants", """{"credits":7,"reason":"x"}""");
        var told = (await listener.NextAsync())!;
        told.Name.ShouldBe("account");
        told.Data.Number("available").ShouldBe(10_007);
    }

    [Fact]
    public async Task Account_has_so_many_streams_and_places_again_when_they_end()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var listeners = new List<EventListener>();
        for (var i = 0; i < Endpoints.OpenStreams.PerAccount; i++) listeners.Add(await EventListener.StartAsync(client));
        using (var refused = await client.GetAsync("/api/events", Stop)) await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests, "too_many_requests");

        foreach (var listener in listeners) listener.Dispose();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (true)
        {
            using var answer = await client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, patience.Token);
            if (answer.StatusCode == HttpStatusCode.OK) break;
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    [Fact]
    public async Task Quiet_stream_is_kept_alive_every_15_seconds()
    {
        var clock = new FakeClock();
        await using var server = await TestServer.StartAsync(time: clock);
        using var client = server.CreateClient();
        using var answer = await client.GetAsync("/api/events", HttpCompletionOption.ResponseHeadersRead, Stop);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(Stop));
        (await lines.ReadLineAsync(Stop)).ShouldBe("retry: 2000");
        (await lines.ReadLineAsync(Stop)).ShouldBe("");
        var next = lines.ReadLineAsync(Stop).AsTask();
        // The stream sets its timer a moment after it wrote: go on until it has fired.
        while (!next.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(15));
            await Task.Yield();
        }

        (await next).ShouldBe(": keep-alive");
    }

    [Fact]
    public async Task Stream_ends_when_the_server_stops()
    {
        var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        await server.DisposeAsync();
        (await listener.NextAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Stream_of_one_generation_begins_with_how_it_stands_and_ends_with_its_end()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        using var all = await EventListener.StartAsync(client);
        var id = await RunningAsync(client);
        var path = $"/api/generations/{id}/events";
        using (var foreign = await other.GetAsync(path, Stop)) await foreign.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        using (var unread = await client.GetAsync(path + "?after=x", Stop)) await unread.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");

        using var one = await EventListener.StartAsync(client, path: path);
        var now = (await one.NextAsync())!;
        (now.Name, now.Data.Text("id"), now.Data.Text("status")).ShouldBe(("generation", id, "running"));
        await RunningAsync(client);
        server.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };
        await client.PostAsync($"/api/generations/{id}/sync", "");
        var last = (await one.NextAsync())!;
        (last.Name, last.Data.Text("id"), last.Data.Text("status")).ShouldBe(("generation", id, "failed"));
        (await one.NextAsync()).ShouldBeNull("nothing comes after the end");
        last.Id.ShouldBe((await all.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "failed")).Id);

        // Whoever was away hears the end; whoever heard it need not come back; whoever is new hears it too.
        using (var resumed = await EventListener.StartAsync(client, now.Id, path))
        {
            (await resumed.NextAsync())!.Id.ShouldBe(last.Id);
            (await resumed.NextAsync()).ShouldBeNull();
        }

        using (var told = await client.GetAsync(path + "?after=" + last.Id, Stop)) told.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var late = await EventListener.StartAsync(client, path: path);
        (await late.NextAsync())!.Data.Text("status").ShouldBe("failed");
        (await late.NextAsync()).ShouldBeNull();
    }

    private static async Task<string> RunningAsync(HttpClient client)
    {
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "running");
        return id;
    }
}
