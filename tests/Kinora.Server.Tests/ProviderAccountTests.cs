using System.Net;
using System.Text.Json.Nodes;
using Kinora.Core.Providers.Accounts;
using Kinora.Testing.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace Kinora.Server.Tests;

public sealed class ProviderAccountTests : IAsyncLifetime
{
    private const string Key = "r8_a-key-that-nobody-may-see", Providers = "/api/admin/providers";
    private TestServer? _server;
    private HttpClient? _client;
    private FakeReplicate? _replicate;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _replicate = await FakeReplicate.StartAsync(Key, TimeProvider.System, Stop);
        _server = await TestServer.StartAsync();
        _client = _server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client!.Dispose();
        await _server!.DisposeAsync();
        await _replicate!.DisposeAsync();
    }

    [Fact]
    public async Task Entered_account_is_used_at_once_and_its_keys_never_come_out_again()
    {
        var (created, body) = await PutAsync("second", Form());
        (created, body.Text("source"), body.Text("state")).ShouldBe((HttpStatusCode.Created, "entered", "unknown"));
        body["keys"]!.ToJsonString().ShouldBe("""["-see"]""");
        var (looked, good) = await _client!.PostAsync(Providers + "/second/check", "");
        (looked, good.Text("state")).ShouldBe((HttpStatusCode.OK, "good"));
        _server!.Services.GetRequiredService<ProviderAccounts>().Pool.Find("second").ShouldNotBeNull();

        // Neither keys nor what is left out is lost by a change.
        var changed = Form();
        changed.Remove("keys");
        changed["weight"] = 3;
        (await PutAsync("second", changed)).Status.ShouldBe(HttpStatusCode.OK);
        (await _client!.PostAsync(Providers + "/second/check", "")).Body.Text("state").ShouldBe("good");
        var all = (await _client!.GetJsonAsync(Providers)).ToJsonString();
        all.ShouldNotContain("nobody-may-see");
        var list = (await _client!.GetJsonAsync(Providers))["items"]!.AsArray();
        list.Select(item => (item!.Text("id"), item!.Text("source"))).ShouldBe([("kie", "configuration"), ("second", "entered")]);

        using var gone = await _client!.DeleteAsync(Providers + "/second", Stop);
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        using var again = await _client!.GetAsync(Providers + "/second", Stop);
        await again.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Keys_do_not_follow_an_account_to_another_address()
    {
        await PutAsync("second", Form());
        var elsewhere = Form();
        elsewhere.Remove("keys");
        elsewhere["baseUrl"] = "http://127.0.0.1:9";
        var (status, problem) = await PutAsync("second", elsewhere);
        (status, problem["errors"]![0]!.Text("field")).ShouldBe((HttpStatusCode.BadRequest, "keys"));
    }

    [Fact]
    public async Task Wrong_key_shows_when_the_account_is_looked_at()
    {
        var form = Form();
        form["keys"] = new JsonArray("r8_wrong");
        await PutAsync("second", form);
        var seen = (await _client!.PostAsync(Providers + "/second/check", "")).Body;
        (seen.Text("state"), seen.Text("reason")).ShouldBe(("unauthorized", "You did not pass a valid authentication token"));
    }

    [Theory]
    [InlineData("provider", "\"luma\"")]
    [InlineData("baseUrl", "\"ftp://replicate.example\"")]
    [InlineData("keys", "[]")]
    [InlineData("keys", "[\"a key\"]")]
    [InlineData("keys", "[\"a\",\"a\"]")]
    [InlineData("weight", "0")]
    [InlineData("submissions", "{\"calls\":0,\"seconds\":10}")]
    [InlineData("reads", "{\"calls\":1,\"seconds\":0}")]
    [InlineData("maxConcurrent", "0")]
    [InlineData("dailyUsd", "-1")]
    [InlineData("lowBalance", "-1")]
    [InlineData("webhookSecret", "\"whsec_short\"")]
    [InlineData("uploadBaseUrl", "\"http://127.0.0.1:1\"")]
    public async Task Account_that_cannot_be_used_is_refused_by_the_field_at_fault(string field, string value)
    {
        var form = Form();
        form[field] = JsonNode.Parse(value);
        var (status, problem) = await PutAsync("second", form);
        status.ShouldBe(HttpStatusCode.BadRequest, problem.ToJsonString());
        problem["errors"]!.AsArray().Select(error => error!.Text("field")).ShouldContain(field, problem.ToJsonString());
    }

    [Theory]
    [InlineData("Second")]
    [InlineData("2nd")]
    [InlineData("a-name-that-is-much-too-long-for-an-account")]
    public async Task Names_of_accounts_are_plain(string id) => (await PutAsync(id, Form())).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task What_the_configuration_names_is_changed_there_alone()
    {
        var (status, problem) = await PutAsync("kie", Form());
        (status, problem.Text("code")).ShouldBe((HttpStatusCode.Conflict, "conflict"));
        using var refused = await _client!.DeleteAsync(Providers + "/kie", Stop);
        await refused.ShouldBeProblemAsync(HttpStatusCode.Conflict, "conflict");
    }

    [Fact]
    public async Task Accounts_are_for_administrators()
    {
        using var other = await _server!.CreateOtherClientAsync();
        using var refused = await other.GetAsync(Providers, Stop);
        await refused.ShouldBeProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private JsonObject Form() => new() { ["provider"] = "replicate", ["baseUrl"] = _replicate!.Server.Address.ToString(), ["keys"] = new JsonArray(Key) };

    private async Task<(HttpStatusCode Status, JsonNode Body)> PutAsync(string id, JsonObject form)
    {
        using var content = new StringContent(form.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var answer = await _client!.PutAsync($"{Providers}/{id}", content, Stop);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!);
    }
}
