using System.Net;

namespace Kinora.Server.Tests;

public sealed class OwnershipTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Things_of_another_account_are_as_unknown_as_made_up_ones()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        var id = (await owner.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        using var upload = new ByteArrayContent(Pictures.Png) { Headers = { ContentType = new("image/png") } };
        using var uploaded = await owner.PostAsync("/api/assets", upload, Stop);
        var asset = await uploaded.JsonAsync();

        (string Method, string Path)[] calls =
        [
            ("GET", $"/api/generations/{id}"), ("GET", $"/api/generations/{id}/content"), ("POST", $"/api/generations/{id}/again"),
            ("POST", $"/api/generations/{id}/cancel"), ("GET", asset.Text("url")), ("GET", "/api/assets/" + asset.Text("id")),
            ("DELETE", "/api/assets/" + asset.Text("id")),
        ];
        foreach (var (method, path) in calls)
        {
            using var request = new HttpRequestMessage(new(method), path);
            using var answer = await other.SendAsync(request, Stop);
            await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        var (status, problem) = await other.PostAsync("/api/generate/video", Fox.Replace("}", $$""","firstFrame":"{{asset.Text("id")}}"}""", StringComparison.Ordinal));
        status.ShouldBe(HttpStatusCode.BadRequest, problem.ToJsonString());
        (await other.GetJsonAsync("/api/generations"))["items"]!.AsArray().ShouldBeEmpty();
        (await other.GetJsonAsync("/api/account/ledger"))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Events_are_the_accounts_own()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        using var listener = await EventListener.StartAsync(other);
        await owner.PostAsync("/api/generate/video", Fox);
        var own = (await other.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        var first = await listener.UntilAsync(e => e.Name == "generation");
        first.Data.Text("id").ShouldBe(own);
        (await listener.UntilAsync(e => e.Name == "account")).Data.Text("id").ShouldBe("other");
    }

    [Fact]
    public async Task Grants_are_for_administrators()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        const string Grant = """{"credits":50,"reason":"October"}""";
        var (refused, problem) = await other.PostAsync("/api/admin/accounts/other/grants", Grant);
        refused.ShouldBe(HttpStatusCode.Forbidden);
        problem.Text("code").ShouldBe("forbidden");

        var (granted, entry) = await owner.PostAsync("/api/admin/accounts/other/grants", Grant);
        granted.ShouldBe(HttpStatusCode.Created);
        entry.Text("note").ShouldBe("October");
        (await other.GetJsonAsync("/api/account")).Number("available").ShouldBe(550);
        (await owner.PostAsync("/api/admin/accounts/nobody/grants", Grant)).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
