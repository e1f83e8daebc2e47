using System.Net;
using Kinora.Core.Providers;
using Kinora.Server.Tests.Models;

namespace Kinora.Server.Tests;

public sealed class ProbeEndpointTests : IAsyncLifetime
{
    private TestServer? _server;
    private HttpClient? _client;

    private HttpClient Client => _client!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _client = _server.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        if (_server is not null) await _server.DisposeAsync();
    }

    [Fact]
    public async Task Probe_of_a_model_answers_what_was_seen_of_each_of_its_variants_and_keeps_it()
    {
        _server!.Provider.OnProbe = target => new(ProbeReading.Paused, "resting") { Request = "POST /" + target.Model, Answer = "{}", Status = 200, Code = "505" };

        var (status, answer) = await Client.PostAsync("/api/admin/probes", """{"model":"kling-2.6","account":"kie"}""");

        status.ShouldBe(HttpStatusCode.OK);
        var verdicts = answer.List("items").ToArray();
        verdicts.Select(one => one.Text("model")).ShouldBe(["kling-2.6/text-to-video", "kling-2.6/image-to-video"], ignoreOrder: true);
        var first = verdicts[0];
        (first.Text("source"), first.Text("reading"), first.Text("reason"), first.Text("code")).ShouldBe(("probe", "paused", "resting", "505"));
        (await Client.GetJsonAsync("/api/admin/probes?model=kling-2.6")).List("items").Count().ShouldBe(2);
        (await Client.GetJsonAsync("/api/admin/probes?model=kling-2.6/text-to-video&limit=5")).List("items").Count().ShouldBe(1);
        (await Client.GetJsonAsync("/api/models/kling-2.6"))["health"]!.Text("status").ShouldBe("paused");
    }

    [Fact]
    public async Task Answer_about_a_model_has_another_tag_when_its_health_has_changed()
    {
        var before = (await Client.GetAsync("/api/models/kling-2.6", TestContext.Current.CancellationToken)).Headers.ETag;
        await Client.PostAsync("/api/admin/probes", """{"model":"kling-2.6"}""");
        (await Client.GetAsync("/api/models/kling-2.6", TestContext.Current.CancellationToken)).Headers.ETag.ShouldNotBe(before);
    }

    [Fact]
    public async Task Real_video_is_made_when_asked_for()
    {
        var (status, answer) = await Client.PostAsync("/api/admin/probes", """{"model":"kling-2.6","render":true}""");
        status.ShouldBe(HttpStatusCode.OK);
        var made = await Client.GetJsonAsync("/api/generations/" + answer.Text("generation"));
        (made["model"]!.Text("id"), made["quote"]!.Number("credits")).ShouldBe(("kling-2.6", 105));
    }

    [Theory]
    [InlineData("""{"model":"nothing-of-the-kind"}""", "model")]
    [InlineData("""{"render":true}""", "model")]
    [InlineData("""{"render":true,"model":"hailuo-2.3"}""", "model")]
    [InlineData("""{"render":true,"model":"kling-2.6","account":"kie"}""", "account")]
    public async Task What_cannot_be_done_is_refused(string body, string field)
    {
        var (status, problem) = await Client.PostAsync("/api/admin/probes", body);
        (status, problem.List("errors").Single().Text("field")).ShouldBe((HttpStatusCode.BadRequest, field));
        _server!.Provider.Probes.ShouldBeEmpty();
    }
}
