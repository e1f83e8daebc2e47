using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

/// <summary>What becomes of a generation on the sandbox's bad days, over HTTP on both sides.</summary>
public sealed class SandboxLifecycleTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private TestServer? _server;
    private HttpClient? _client;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.WithSandboxAsync(options => options with { OutcomeWait = TimeSpan.FromSeconds(1) }, folder: _folder);
        _client = _server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Success_after_the_wait_is_delivered_and_charged_though_the_credits_are_spent()
    {
        using var listener = await EventListener.StartAsync(_client!);
        var id = await AcceptAsync("""{"model":"kling-2.6","prompt":"A fox [[lost-answer]] [[no-callback]]","duration":5,"sound":false}""");
        var failed = await UntilAsync(listener, id, "failed");
        failed["failure"]!.Text("code").ShouldBe("outcome_unknown");
        var price = failed["charge"]!.Number("released");
        var available = (await _client!.GetJsonAsync("/api/account")).Number("available");
        await _client!.PostAsync("/api/admin/accounts/owner/adjustments", $$"""{"credits":{{-available}},"reason":"Spent elsewhere"}""");

        using (var sandbox = new SandboxControl(_folder)) await sandbox.CallBackAsync();
        await UntilAsync(listener, id, "succeeded");
        var done = await _client!.GetJsonAsync("/api/generations/" + id);
        done["failure"].ShouldBeNull();
        done["charge"]!.ToJsonString().ShouldBe($$"""{"held":0,"captured":{{price}},"released":{{price}}}""");
        done["ledger"]!.AsArray().Select(e => (e!.Text("kind"), e!.Number("balanceChange"))).ShouldBe([("hold", 0), ("release", 0), ("capture", -price)]);
        done["history"]!.AsArray().Select(h => h!.Text("cause")).ShouldBe(
            ["accepted", "dispatched", "answer_lost", "outcome_wait_over", "callback", "poll", "late_success"]);
        (await _client!.GetJsonAsync("/api/account")).Number("available").ShouldBe(-price);
        (await _client!.GetJsonAsync("/api/admin/callbacks?generation=" + id))["items"]!.AsArray().Select(e => e!.Text("outcome")).ShouldContain("late");
        (await _client!.GetJsonAsync("/api/admin/reconcile"))["generationFaults"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Model_in_maintenance_keeps_a_request_in_line_until_it_is_withdrawn()
    {
        using var listener = await EventListener.StartAsync(_client!);
        var id = await AcceptAsync("""{"model":"kling-2.6","prompt":"A fox [[refuse:455]]","duration":5,"sound":false}""");
        var waiting = await listener.UntilAsync(e => e.Name == "generation" && e.Data["waiting"] is { } told && told.Number("tries") == 2);
        waiting.Data.Text("status").ShouldBe("queued");
        var (_, canceled) = await _client!.PostAsync($"/api/generations/{id}/cancel", "");
        canceled.Text("status").ShouldBe("canceled");
        canceled["history"]!.AsArray().Count(h => h!.Text("cause") == "requeued").ShouldBe(2);
    }

    [Fact]
    public async Task Continuation_and_larger_version_are_children_of_their_take_and_cost_what_was_quoted()
    {
        using var listener = await EventListener.StartAsync(_client!);
        var parent = await AcceptAsync("""{"model":"veo-3.1-fast","prompt":"A lighthouse"}""");
        await UntilAsync(listener, parent, "succeeded");
        string[] forms =
        [
            $$"""{"model":"veo-3.1-extend","prompt":"The storm breaks","source":"{{parent}}"}""",
            $$"""{"model":"veo-3.1-upscale","source":"{{parent}}"}""",
        ];
        foreach (var form in forms)
        {
            var price = (await _client!.PostAsync("/api/quotes", form)).Body.Number("credits");
            var child = await AcceptAsync(form);
            var done = await UntilAsync(listener, child, "succeeded");
            (done.Text("parentId"), done["charge"]!.Number("captured")).ShouldBe((parent, price));
        }

        var children = (await _client!.GetJsonAsync("/api/generations/" + parent))["children"]!.AsArray();
        children.Select(child => (child!.Text("mode"), child!.Text("status"))).ShouldBe([("extend", "succeeded"), ("upscale", "succeeded")]);
        (await _client!.GetJsonAsync("/api/generations"))["items"]!.AsArray().ShouldAllBe(g => g!["children"]!.AsArray().Count == 0);
    }

    private async Task<string> AcceptAsync(string form)
    {
        var (_, accepted) = await _client!.PostAsync("/api/generate/video", form);
        return accepted.Text("id");
    }

    private static async Task<JsonNode> UntilAsync(EventListener listener, string id, string status) =>
        (await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == status)).Data;
}
