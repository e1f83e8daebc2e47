using System.Net;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

public sealed class GroupTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private const string Owl = """{"model":"kling-2.6","prompt":"An owl","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Shots_of_a_storyboard_are_made_as_far_as_they_can_be_and_go_on_from_the_last_frame()
    {
        await using var server = await TestServer.WithSandboxAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var board = await AddAsync(client, "storyboard", $$"""{"request":{{Fox}}},{"request":{{Owl}},"continues":true},{"request":{{Fox}}}""");
        var path = "/api/groups/" + board.Text("id");
        board["credits"]!.Number("estimated").ShouldBe(315, "the frame to come is reckoned with");

        var (status, made) = await client.PostAsync(path + "/generate", "{}");
        status.ShouldBe(HttpStatusCode.Accepted, made.ToJsonString());
        made["items"]!.AsArray().Select(take => take!["group"]!.Text("item")).ShouldBe(["i1", "i3"]);
        made["waiting"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldBe(["i2"]);
        var (early, unready) = await client.PostAsync(path + "/generate", """{"items":["i2"]}""");
        early.ShouldBe(HttpStatusCode.BadRequest);
        unready["errors"]![0]!.Text("field").ShouldBe("items[1].continues");

        var first = made["items"]![0]!.Text("id");
        var told = await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == first && e.Data.Text("status") == "succeeded");
        told.Data["group"]!.ToJsonString().ShouldBe($$"""{"id":"{{board.Text("id")}}","item":"i1"}""");
        var (_, rest) = await client.PostAsync(path + "/generate", """{"maxCredits":105}""");
        var second = rest["items"]!.AsArray().ShouldHaveSingleItem()!;
        (second.Text("mode"), second["group"]!.Text("item")).ShouldBe(("image-to-video", "i2"));
        using (var frame = await client.GetAsync($"/api/assets/{second["input"]!.Text("firstFrame")}/content", Stop))
            frame.Content.Headers.ContentType!.MediaType.ShouldBe("image/jpeg");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == second.Text("id") && e.Data.Text("status") == "succeeded");

        (await client.PostAsync(path + "/generate", """{"items":["i1"]}""")).Status.ShouldBe(HttpStatusCode.Accepted);
        var chosen = await client.SendJsonAsync("PATCH", path, $$"""{"version":1,"items":[{"id":"i1","chosen":"{{first}}"},{"id":"i2"}]}""");
        chosen.Status.ShouldBe(HttpStatusCode.OK, chosen.Body.ToJsonString());
        var item = chosen.Body["items"]![0]!;
        (item.Text("chosen"), item.Text("take"), item.Text("status"), item["takes"]!.AsArray().Count).ShouldBe((first, first, "succeeded", 2));
        chosen.Body["items"]![1]!["request"]!.AsObject().ContainsKey("firstFrame").ShouldBeFalse("requests stay as they were given");
        var (_, cut) = await client.PostAsync("/api/groups", $$"""{"kind":"storyboard","name":"Cut","items":[{"request":{{Fox}},"chosen":"{{first}}"}]}""");
        (cut["items"]![0]!.Text("take"), cut["progress"]!.Number("succeeded"), cut["credits"]!.Number("captured")).ShouldBe((first, 1, 0));
        (await client.PostAsync($"/api/groups/{cut.Text("id")}/generate", "{}")).Status.ShouldBe(HttpStatusCode.Conflict, "there is nothing to make");

        (await client.SendJsonAsync("DELETE", path)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.SendJsonAsync("GET", path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await client.GetJsonAsync("/api/generations/" + first)).AsObject().ContainsKey("group").ShouldBeFalse("the take stays, and belongs to no group");
    }

    [Fact]
    public async Task Order_is_accepted_whole_and_once_for_its_key_and_told_with_its_group()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var group = await AddAsync(client, "compare", $$"""{"request":{{Fox}}},{"request":{{Fox}}}""");
        var path = "/api/groups/" + group.Text("id");
        (group.Number("version"), group["progress"]!.Number("draft"), group["credits"]!.Number("estimated"), group["items"]![0]!.Number("estimate")).ShouldBe((1, 2, 210, 105));
        (await client.GetJsonAsync("/api/account")).Number("held").ShouldBe(0);

        client.DefaultRequestHeaders.Add("Idempotency-Key", "night");
        (await client.PostAsync(path + "/generate", """{"maxCredits":209}""")).Body.Text("code").ShouldBe("above_max_credits");
        var (status, made) = await client.PostAsync(path + "/generate", """{"maxCredits":210}""");
        status.ShouldBe(HttpStatusCode.Accepted, made.ToJsonString());
        made.Number("credits").ShouldBe(210);
        using (var again = await client.PostAsync(path + "/generate", Json("""{"maxCredits":210}"""), Stop))
        {
            again.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
            Ids(await again.JsonAsync()).ShouldBe(Ids(made));
        }

        (await client.PostAsync(path + "/generate", """{"items":["i1"]}""")).Body.Text("code").ShouldBe("idempotency_conflict");
        client.DefaultRequestHeaders.Remove("Idempotency-Key");
        (await client.PostAsync(path + "/generate", "{}")).Body.Text("code").ShouldBe("conflict", "every item has a take");
        Ids(await client.GetJsonAsync("/api/generations?group=" + group.Text("id"))).ShouldBe(Ids(made).Reverse());
        (await client.GetJsonAsync("/api/generations?group=grp_0"))["items"]!.AsArray().ShouldBeEmpty();
        var read = await client.GetJsonAsync(path);
        read["credits"]!.ToJsonString().ShouldBe("""{"estimated":0,"held":210,"captured":0}""");
        read["items"]!.AsArray().Select(item => item!["takes"]![0]!.Text("id")).ShouldBe(Ids(made));
        var listed = (await client.GetJsonAsync("/api/groups?kind=compare"))["items"]!.AsArray().ShouldHaveSingleItem()!;
        (listed.Number("count"), listed["progress"]!.Number("draft")).ShouldBe((2, 0));
        (await client.GetJsonAsync("/api/groups?kind=storyboard"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Faults_name_the_item_and_of_all_that_are_ordered_nothing_is_made()
    {
        await using var server = await TestServer.StartAsync(options => options with { InitialCredits = 250 });
        using var client = server.CreateClient();
        var group = await AddAsync(client, "batch", $$"""{"request":{{Fox}}},{"request":{"model":"kling-2.6","duration":7} },{"request":{{Owl}}},{"request":{{Owl}}}""");
        var path = $"/api/groups/{group.Text("id")}/generate";
        group["credits"]!.Number("estimated").ShouldBe(315, "a draft may have faults");
        var (status, problem) = await client.PostAsync(path, "{}");
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem["errors"]!.AsArray().Select(error => error!.Text("field")).ShouldBe(["items[1].request.prompt", "items[1].request.duration"], ignoreOrder: true);
        (await client.PostAsync(path, """{"items":["i1","i3","i4"]}""")).Body.Text("code").ShouldBe("insufficient_credits");
        foreach (var items in new[] { "[]", """["i9"]""", """["i1","i1"]""", "[null]" })
            (await client.PostAsync(path, $$"""{"items":{{items}}}""")).Body["errors"]![0]!.Text("field").ShouldBe("items", items);
        (await client.PostAsync(path, """{"maxCredits":-1}""")).Body["errors"]![0]!.Text("field").ShouldBe("maxCredits");
        (await client.GetJsonAsync("/api/generations"))["items"]!.AsArray().ShouldBeEmpty();
        (await client.PostAsync(path, """{"items":["i4","i1"]}""")).Body["items"]!.AsArray().Select(take => take!["group"]!.Text("item")).ShouldBe(["i4", "i1"]);
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_is_told_that_it_came_too_late()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var group = await AddAsync(client, "batch", $$"""{"request":{{Fox}}}""");
        var path = "/api/groups/" + group.Text("id");
        var both = await Task.WhenAll(
            client.SendJsonAsync("PATCH", path, """{"version":1,"name":"One"}"""),
            client.SendJsonAsync("PATCH", path, $$"""{"version":1,"items":[{"request":{{Owl}}},{"id":"i1"}]}"""));
        both.Select(answer => answer.Status).ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict], ignoreOrder: true);
        both.Single(answer => answer.Status == HttpStatusCode.Conflict).Body.Text("detail").ShouldContain("version 2");
        (await client.GetJsonAsync(path)).Number("version").ShouldBe(2);
        (await client.SendJsonAsync("PATCH", path, """{"version":2,"name":" Last "}""")).Body.Text("name").ShouldBe("Last");
    }

    [Fact]
    public async Task Faults_name_the_field_and_groups_of_others_are_unknown()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        var path = "/api/groups/" + (await AddAsync(client, "batch", $$"""{"request":{{Fox}}}""")).Text("id");
        (string Method, string Path, string Body, string Field)[] faults =
        [
            ("POST", "/api/groups", """{"kind":"heap","name":"n"}""", "kind"), ("POST", "/api/groups", """{"name":"n"}""", "kind"), ("POST", "/api/groups", """{"kind":"batch"}""", "name"),
            ("POST", "/api/groups", """{"kind":"batch","name":" "}""", "name"), ("POST", "/api/groups", $$"""{"kind":"batch","name":"{{new string('x', 201)}}"}""", "name"),
            ("POST", "/api/groups", """{"kind":"batch","name":"n","items":[null]}""", "items[0]"), ("POST", "/api/groups", """{"kind":"batch","name":"n","items":7}""", "items"),
            ("POST", "/api/groups", """{"kind":"batch","name":"n","items":[{"request":{"prompt":"x"}}]}""", "items[0].request.model"),
            ("POST", "/api/groups", """{"kind":"batch","name":"n","items":[{"request":{"model":"m","promt":"x"}}]}""", "items[0].request.promt"),
            ("POST", "/api/groups", """{"kind":"batch","name":"n","items":[{"request":5}]}""", "items[0].request"),
            ("POST", "/api/groups", """{"kind":"compare","name":"n"}""", "items"), ("POST", "/api/groups", """{"kind":"batch","name":"n","items":[{}]}""", "items[0].request"),
            ("PATCH", path, """{"name":"n"}""", "version"), ("PATCH", path, """{"version":1,"name":"a\nb"}""", "name"), ("PATCH", path, """{"version":1,"items":[{"id":"i2"}]}""", "items[0].id"),
            ("PATCH", path, """{"version":1,"items":[{"id":"i1","chosen":"gen_0"}]}""", "items[0].chosen"), ("PATCH", path, """{"version":1,"items":[null]}""", "items[0]"),
            ("POST", path + "/generate", """{"items":5}""", "items"),
        ];
        foreach (var (method, at, body, field) in faults)
        {
            var (status, problem) = await client.SendJsonAsync(method, at, body);
            status.ShouldBe(HttpStatusCode.BadRequest, body);
            problem["errors"]!.AsArray().Select(error => error!.Text("field")).ShouldContain(field, problem.ToJsonString());
        }

        foreach (var query in new[] { "kind=heap", "limit=0", "cursor=gen_1" }) (await client.SendJsonAsync("GET", "/api/groups?" + query)).Status.ShouldBe(HttpStatusCode.BadRequest, query);
        (string Method, string Path, string? Body)[] foreign =
            [("GET", path, null), ("PATCH", path, """{"version":1,"name":"x"}"""), ("DELETE", path, null), ("POST", path + "/generate", "{}"), ("GET", "/api/groups/grp_0", null)];
        foreach (var (method, at, body) in foreign) (await other.SendJsonAsync(method, at, body)).Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {at}");
        (await other.GetJsonAsync("/api/groups"))["items"]!.AsArray().ShouldBeEmpty();
        (await client.GetJsonAsync(path)).Number("version").ShouldBe(1);
    }

    [Fact]
    public async Task Groups_are_paged_newest_first()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var ids = new List<string>();
        for (var count = 0; count < 3; count++) ids.Insert(0, (await AddAsync(client, "storyboard", "")).Text("id"));
        var page = await client.GetJsonAsync("/api/groups?limit=2");
        Ids(page).ShouldBe(ids[..2]);
        Ids(await client.GetJsonAsync("/api/groups?limit=2&cursor=" + page.Text("next"))).ShouldBe(ids[2..]);
    }

    private static async Task<JsonNode> AddAsync(HttpClient client, string kind, string items)
    {
        var (status, group) = await client.PostAsync("/api/groups", $$"""{"kind":"{{kind}}","name":"Night","items":[{{items}}]}""");
        status.ShouldBe(HttpStatusCode.Created, group.ToJsonString());
        return group;
    }

    private static StringContent Json(string body) => new(body, System.Text.Encoding.UTF8, "application/json");

    private static IReadOnlyList<string> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => item!.Text("id"))];
}
