using System.Net;
using System.Text.Json.Nodes;
using Kinora.Server.Tests.Models;
using Kinora.Testing;
using Kinora.Testing.Providers;

namespace Kinora.Server.Tests;

/// <summary>The report of what works, which an administrator has made and reads.</summary>
public sealed class DiagnosticTests : IAsyncLifetime
{
    private const string Diagnostics = "/api/admin/diagnostics", Providers = "/api/admin/providers/";
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private TestServer? _server;
    private HttpClient? _client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.WithSandboxAsync(options => options with { SandboxRender = Sandbox.SandboxRender.None }, folder: _folder);
        _client = _server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Report_of_the_day_on_which_only_Veo_and_Runway_worked_shows_exactly_that_and_the_next_one_what_changed()
    {
        using var none = await Client.GetAsync(Diagnostics + "?format=markdown", Stop);
        await none.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        using var sandbox = new SandboxControl(_folder);
        await sandbox.SetModelAsync("*", "unpublished");
        var models = (await Client.GetJsonAsync("/api/models")).List("items").ToArray();
        var well = models.Where(model => model.Text("family") is "veo" || model.Text("id") is "runway" or "runway-dedicated").ToArray();
        foreach (var variant in well.SelectMany(model => model.List("modes")).Select(mode => mode.Text("variant"))) await sandbox.SetModelAsync(variant, "ok");

        var report = await MadeAsync();
        (report.Text("state"), report.List("changes").Count()).ShouldBe(("partially_working", 0));
        var listed = models.Select(model => model.Text("id")).ToHashSet();
        var rows = report.List("models").Where(row => listed.Contains(row.Text("model"))).ToArray();
        rows.Where(row => row.Text("status") == "works").Select(row => row.Text("model")).Distinct().ShouldBe(well.Select(model => model.Text("id")), ignoreOrder: true);
        rows.Where(row => row.Text("status") != "works").ShouldAllBe(row => row.Text("status") == "not_published" && row.Text("error") != "" && row.Text("answer") != "");
        report.List("checks").Select(check => (check.Text("subject"), check.Text("name"), check.Text("result")))
            .ShouldBe([("kie", "address", "ok"), ("kie", "key", "ok"), ("kie", "credits", "ok"), ("server", "callbacks", "warning")]);
        var findings = report.List("findings").Select(line => line.GetValue<string>()).ToArray();
        findings[0].ShouldContain("models work: Veo 3.1 Fast");
        findings[1].ShouldStartWith("Not published: ");
        report.List("actions").ShouldContain(action => action.GetValue<string>().Contains("second route"));

        var page = await Client.GetStringAsync(Diagnostics + "?format=markdown", Stop);
        page.ShouldContain("| Kling 2.6 (`kling-2.6/text-to-video`) | Not published | kie, jobs | The page does not exist or is not published |");
        page.ShouldContain("some models work, others do not");

        await sandbox.SetModelAsync("*", "ok");
        var next = await MadeAsync();
        next.List("changes").Select(line => line.GetValue<string>()).ShouldContain("Kling 2.6 (kling-2.6/text-to-video) at kie: not published before, works now.");
    }

    [Fact]
    public async Task Accounts_that_cannot_be_used_are_named_with_the_reason_and_nothing_is_asked_of_them()
    {
        await using var replicate = await FakeReplicate.StartAsync("r8_right", TimeProvider.System, Stop);
        await PutAsync("stranger", replicate.Server.Address, "r8_wrong");
        await PutAsync("nowhere", new($"http://{new string('a', 64)}.example/"), "r8_right");
        await PutAsync("untrusted", new UriBuilder(replicate.Server.Address) { Scheme = "https" }.Uri, "r8_right");
        var report = await MadeAsync();
        Check("stranger", "key").ShouldBe(("failed", "You did not pass a valid authentication token"));
        Check("nowhere", "address").Detail.ShouldContain("its host name is not known");
        Check("untrusted", "address").Detail.ShouldContain("no trusted TLS connection could be made");
        report.List("actions").Select(action => action.GetValue<string>()).ShouldContain("Enter a valid key for the account stranger.");
        report.List("models").Where(row => row.Text("account") == "stranger").ShouldAllBe(row => row.Text("status") == "unauthorized");
        report.List("models").Where(row => row.Text("account") == "nowhere").ShouldAllBe(row => row.Text("status") == "unreachable");
        replicate.Server.Calls.ShouldAllBe(call => call.EndsWith("/v1/account", StringComparison.Ordinal));
        report.ToJsonString().ShouldNotContain("r8_");

        (string Result, string Detail) Check(string subject, string name)
        {
            var check = report.List("checks").Single(one => one.Text("subject") == subject && one.Text("name") == name);
            return (check.Text("result"), check.Text("detail"));
        }
    }

    [Fact]
    public async Task Account_that_has_nothing_left_is_told_and_asked_for_nothing_until_it_has_more()
    {
        using var sandbox = new SandboxControl(_folder);
        await sandbox.SetCreditsAsync(0);
        var report = await MadeAsync();
        var credits = report.List("checks").Single(check => check.Text("name") == "credits");
        (credits.Text("result"), credits.Text("detail")).ShouldBe(("failed", "It has 0 credits left."));
        report.List("actions").Select(action => action.GetValue<string>()).ShouldContain("Top up the account kie.");
        using var listener = await EventListener.StartAsync(Client);
        var id = (await Client.PostAsync("/api/generate/video", """{"model":"kling-2.6","prompt":"A fox","duration":5,"sound":false}""")).Body.Text("id");
        var waiting = await listener.UntilAsync(e => e.Name == "generation" && e.Data["waiting"] is not null);
        waiting.Data["waiting"]!.Text("reason").ShouldBe("No account at kie can take it now: kie: It has 0 credits left.");

        await sandbox.SetCreditsAsync(1000);
        (await Client.PostAsync(Providers + "kie/check", "")).Body.Text("state").ShouldBe("good");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "succeeded");
    }

    [Fact]
    public async Task Report_is_made_by_the_clock_where_the_operator_wants_that()
    {
        await using var server = await TestServer.WithSandboxAsync(
            options => options with { SandboxRender = Sandbox.SandboxRender.None, DiagnosticsEvery = TimeSpan.FromHours(1) });
        using var client = server.CreateClient();
        (await DoneAsync(client))["scheduled"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Reports_are_for_administrators()
    {
        using var other = await _server!.CreateOtherClientAsync();
        using var refused = await other.GetAsync(Diagnostics, Stop);
        await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var wrong = await Client.GetAsync(Diagnostics + "?format=pdf", Stop);
        await wrong.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");
    }

    private async Task<JsonNode> MadeAsync()
    {
        (await Client.PostAsync(Diagnostics, "")).Status.ShouldBe(HttpStatusCode.Accepted);
        return await DoneAsync(Client);
    }

    private static async Task<JsonNode> DoneAsync(HttpClient client)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var tries = 0; tries < 1200; tries++)
        {
            var answer = await client.GetJsonAsync(Diagnostics);
            if (answer["run"]?.Text("state") is { } state and not "running")
            {
                state.ShouldBe("done", answer.ToJsonString());
                answer["run"]!.Number("done").ShouldBe(answer["run"]!.Number("total"));
                return answer["report"]!;
            }

            await timer.WaitForNextTickAsync(Stop);
        }

        throw new TimeoutException("The report is not done.");
    }

    private async Task PutAsync(string id, Uri address, string key)
    {
        using var content = new StringContent(
            new JsonObject { ["provider"] = "replicate", ["baseUrl"] = address.ToString(), ["keys"] = new JsonArray(key) }.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var answer = await Client.PutAsync(Providers + id, content, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
    }
}
