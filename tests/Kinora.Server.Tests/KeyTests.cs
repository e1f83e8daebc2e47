using System.Net;

namespace Kinora.Server.Tests;

public sealed class KeyTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Key_is_told_once_opens_its_account_and_ends_at_once()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();

        var (status, made) = await owner.PostAsync("/api/account/keys", """{"name":" Laptop "}""");

        (status, made.Text("name"), made["removable"]!.GetValue<bool>()).ShouldBe((HttpStatusCode.Created, "Laptop", true));
        var key = made.Text("key");
        key.ShouldMatch("^kin_[A-Za-z0-9_-]{43}$");
        made.Text("prefix").ShouldBe(key[..10]);
        using var client = server.CreateClient(key);
        (await client.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
        var listed = (await client.GetJsonAsync("/api/account/keys"))["items"]!.AsArray();
        listed.Select(one => one!.Text("name")).ShouldBe(["KINORA_ADMIN_KEY", "Laptop"]);
        listed.ToJsonString().ShouldNotContain(key);
        (await owner.SendJsonAsync("DELETE", "/api/account/keys/" + made.Text("id"))).Status.ShouldBe(HttpStatusCode.NoContent);
        using var refused = await client.GetAsync("/api/account", Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await owner.SendJsonAsync("DELETE", "/api/account/keys/" + made.Text("id"))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Key_of_the_settings_and_those_of_others_cannot_be_ended()
    {
        await using var server = await TestServer.StartAsync();
        using var owner = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        var own = (await owner.GetJsonAsync("/api/account/keys"))["items"]![0]!;
        own["removable"]!.GetValue<bool>().ShouldBeFalse();
        var (status, problem) = await owner.SendJsonAsync("DELETE", "/api/account/keys/" + own.Text("id"));
        (status, problem.Text("code")).ShouldBe((HttpStatusCode.Conflict, "conflict"));
        (await other.SendJsonAsync("DELETE", "/api/account/keys/" + own.Text("id"))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetJsonAsync("/api/account")).Text("id").ShouldBe("owner");
        (await other.GetJsonAsync("/api/account/keys"))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"name":" "}""")]
    [InlineData("""{"name":"a\nb"}""")]
    public async Task Key_without_a_name_is_400(string json)
    {
        using var client = shared.CreateClient();
        var (status, problem) = await client.PostAsync("/api/account/keys", json);
        (status, problem["errors"]![0]!.Text("field")).ShouldBe((HttpStatusCode.BadRequest, "name"), problem.ToJsonString());
    }
}
