using System.Net;
using Kinora.Core.Providers;

namespace Kinora.Server.Tests;

public sealed class LifecycleTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Provider_that_says_later_keeps_it_queued_and_the_person_is_told_why()
    {
        await using var server = await TestServer.StartAsync();
        server.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("455", "The model is under maintenance.", Retryable: true, ByUser: false, TimeSpan.FromMinutes(5));
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        var queued = (await listener.UntilAsync(e => e.Name == "generation" && e.Data["waiting"] is not null)).Data;
        queued.Text("status").ShouldBe("queued");
        queued["waiting"]!.Text("reason").ShouldContain("maintenance");
        queued["waiting"]!.Number("tries").ShouldBe(1);

        (await client.PostAsync($"/api/generations/{id}/sync", "")).Body.Text("message").ShouldContain("queued");
        var (status, canceled) = await client.PostAsync($"/api/generations/{id}/cancel", "");
        status.ShouldBe(HttpStatusCode.OK);
        canceled["waiting"].ShouldBeNull();
        canceled["ledger"]!.AsArray().Select(e => e!.Text("kind")).ShouldBe(["hold", "release"]);
        canceled["history"]!.AsArray().Select(h => h!.Text("cause")).ShouldBe(["accepted", "dispatched", "requeued", "canceled"]);
    }

    [Fact]
    public async Task Sync_reads_the_record_now_and_answers_the_state_afterwards()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        server.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };
        var (status, synced) = await client.PostAsync($"/api/generations/{id}/sync", "");
        status.ShouldBe(HttpStatusCode.OK);
        synced["asked"]!.GetValue<bool>().ShouldBeTrue();
        synced["generation"]!.Text("status").ShouldBe("failed");
        synced["generation"]!["history"]!.AsArray()[^1]!.Text("cause").ShouldBe("sync");
        (await client.PostAsync($"/api/generations/{id}/sync", "")).Body["asked"]!.GetValue<bool>().ShouldBeFalse();
        using var nothing = await client.PostAsync("/api/generations/gen_none/sync", null, Stop);
        await nothing.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Sync_finds_a_generation_by_the_id_that_the_provider_gave_its_task()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        using var listener = await EventListener.StartAsync(client);
        server.Provider.OnSubmit = _ => new SubmissionOutcome.Accepted("Task%+1");
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        foreach (var unknown in new[] { "task%+1", "Task", "%", "gen_none" })
            (await client.PostAsync("/api/kie/sync-manual", $$"""{"taskId":"{{unknown}}"}""")).Status.ShouldBe(HttpStatusCode.NotFound, unknown);
        (await client.PostAsync("/api/kie/sync-manual", """{"taskId":""}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var foreign in new[] { "Task%+1", id })
            (await other.PostAsync("/api/kie/sync-manual", $$"""{"taskId":"{{foreign}}"}""")).Status.ShouldBe(HttpStatusCode.NotFound, foreign);

        server.Provider.OnObserve = _ => new(ProviderTaskState.Failed, "fail") { FailureMessage = "It broke." };
        var (status, synced) = await client.PostAsync("/api/kie/sync-manual", """{"taskId":"Task%+1"}""");
        (status, synced["asked"]!.GetValue<bool>(), synced["generation"]!.Text("id")).ShouldBe((HttpStatusCode.OK, true, id));
        synced["generation"]!.Text("status").ShouldBe("failed");
        (await client.PostAsync("/api/kie/sync-manual", $$"""{"taskId":"{{id}}"}""")).Body["generation"]!.Text("id").ShouldBe(id);
    }

    [Fact]
    public async Task Provider_that_can_stop_a_task_is_told_to()
    {
        await using var server = await TestServer.StartAsync();
        server.Provider.OnCancel = _ => ProviderCancellation.Stopped;
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        (await client.PostAsync($"/api/generations/{id}/cancel", "")).Body.Text("status").ShouldBe("canceled");
        (await client.GetJsonAsync("/api/account")).Number("held").ShouldBe(0);
    }

    [Fact]
    public async Task Administrator_corrects_an_account_up_and_down_and_below_nothing()
    {
        await using var server = await TestServer.StartAsync(options => options with { InitialCredits = 100 });
        using var client = server.CreateClient();
        var (status, entry) = await client.PostAsync("/api/admin/accounts/owner/adjustments", """{"credits":-150,"reason":"Paid twice in May"}""");
        status.ShouldBe(HttpStatusCode.Created);
        (entry.Text("kind"), entry.Number("balanceChange"), entry.Text("note")).ShouldBe(("adjust", -150, "Paid twice in May"));
        (await client.GetJsonAsync("/api/account")).Number("available").ShouldBe(-50);
        (await client.PostAsync("/api/generate/video", Fox)).Status.ShouldBe(HttpStatusCode.PaymentRequired);
        (await client.PostAsync("/api/admin/accounts/owner/adjustments", """{"credits":50,"reason":"Settled"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await client.GetJsonAsync("/api/account")).Number("available").ShouldBe(0);
        foreach (var wrong in new[] { """{"credits":0,"reason":"x"}""", """{"credits":5,"reason":" "}""", """{"credits":1000000001,"reason":"x"}""" })
            (await client.PostAsync("/api/admin/accounts/owner/adjustments", wrong)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await client.PostAsync("/api/admin/accounts/nobody/adjustments", """{"credits":5,"reason":"x"}""")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var other = await server.CreateOtherClientAsync();
        (await other.PostAsync("/api/admin/accounts/other/adjustments", """{"credits":5,"reason":"x"}""")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
