using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

public sealed class LibraryTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Take_is_marked_filtered_shared_deleted_and_had_back()
    {
        await using var server = await TestServer.WithSandboxAsync();
        using var client = server.CreateClient();
        using var nobody = new HttpClient { BaseAddress = client.BaseAddress };
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        (await client.SendJsonAsync("DELETE", $"/api/generations/{id}")).Status.ShouldBe(HttpStatusCode.Conflict);
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "succeeded");

        var (status, marked) = await client.SendJsonAsync("PATCH", $"/api/generations/{id}", """{"favorite":true,"tags":[" fox ","red","red"]}""");
        status.ShouldBe(HttpStatusCode.OK);
        marked["tags"]!.AsArray().Select(tag => tag!.GetValue<string>()).ShouldBe(["fox", "red"]);
        var told = await listener.UntilAsync(e => e.Name == "generation" && e.Data["favorite"]!.GetValue<bool>());
        told.Data.Text("id").ShouldBe(id);
        (await client.GetJsonAsync("/api/tags"))["items"]!.AsArray().Count.ShouldBe(2);
        await ListShouldBeAsync(client, "?favorite=true&tag=fox&q=RED&model=kling-2.6&mode=text-to-video&status=succeeded&from=2020-01-01", id);
        await ListShouldBeAsync(client, "?tag=fo");

        var collection = (await client.PostAsync("/api/collections", """{"name":" Trip "}""")).Body;
        collection.Text("name").ShouldBe("Trip");
        (await client.SendJsonAsync("PUT", $"/api/collections/{collection.Text("id")}/generations/{id}")).Status.ShouldBe(HttpStatusCode.NoContent);
        await ListShouldBeAsync(client, "?collection=" + collection.Text("id"), id);

        var (_, shared) = await client.SendJsonAsync("PUT", $"/api/generations/{id}/share");
        var path = shared.Text("sharePath");
        (await client.SendJsonAsync("PUT", $"/api/generations/{id}/share")).Body.Text("sharePath").ShouldBe(path);
        var open = await nobody.GetJsonAsync(path);
        open.Text("prompt").ShouldBe("A red fox");
        open["outputs"]![0]!.Text("videoUrl").ShouldStartWith(path);
        using (var part = new HttpRequestMessage(HttpMethod.Get, open["outputs"]![0]!.Text("videoUrl")) { Headers = { Range = new RangeHeaderValue(0, 9) } })
        {
            using var answer = await nobody.SendAsync(part, Stop);
            (answer.StatusCode, answer.Content.Headers.ContentLength).ShouldBe((HttpStatusCode.PartialContent, 10));
        }

        await using (var sent = await client.GetStreamAsync($"/api/downloads?ids={id}", Stop))
        {
            using var kept = new MemoryStream();
            await sent.CopyToAsync(kept, Stop);
            using var zip = new ZipArchive(kept);
            var entry = zip.Entries.ShouldHaveSingleItem();
            entry.FullName.ShouldBe("kling-2.6-a-red-fox.mp4");
            await using var unpacked = await entry.OpenAsync(Stop);
            using var video = new MemoryStream();
            await unpacked.CopyToAsync(video, Stop);
            video.ToArray().ShouldBe(await client.GetByteArrayAsync($"/api/generations/{id}/content", Stop));
        }

        (await client.GetJsonAsync("/api/prompts"))["items"]!.AsArray().ShouldHaveSingleItem()!.Text("prompt").ShouldBe("A red fox");
        var usage = await client.GetJsonAsync("/api/account/usage");
        usage.Number("credits").ShouldBe(marked["charge"]!.Number("captured"));
        (await client.SendJsonAsync("PUT", "/api/preferences", """{"theme":"light"}""")).Status.ShouldBe(HttpStatusCode.OK);
        (await client.GetJsonAsync("/api/preferences")).Text("theme").ShouldBe("light");

        var (deleted, gone) = await client.SendJsonAsync("DELETE", $"/api/generations/{id}");
        deleted.ShouldBe(HttpStatusCode.OK);
        gone["deletedAt"].ShouldNotBeNull();
        await ListShouldBeAsync(client, "");
        await ListShouldBeAsync(client, "?deleted=true&sort=oldest", id);
        foreach (var hidden in new[] { $"/api/generations/{id}", $"/api/generations/{id}/content" })
        {
            using var answer = await client.GetAsync(hidden, Stop);
            await answer.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        using (var ended = await nobody.GetAsync(path, Stop)) await ended.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        (await client.SendJsonAsync("POST", $"/api/generations/{id}/restore")).Status.ShouldBe(HttpStatusCode.OK);
        await ListShouldBeAsync(client, "?collection=" + collection.Text("id"), id);
        (await client.SendJsonAsync("DELETE", $"/api/collections/{collection.Text("id")}")).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task Collection_is_listed_page_by_page_and_downloaded_in_its_own_order()
    {
        await using var server = await TestServer.WithSandboxAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var trip = "/api/collections/" + (await client.PostAsync("/api/collections", """{"name":"Trip"}""")).Body.Text("id");
        var takes = new List<string>();
        foreach (var prompt in new[] { "One", "Two", "Three" })
        {
            var id = (await client.PostAsync("/api/generate/video", Fox.Replace("A red fox", prompt, StringComparison.Ordinal))).Body.Text("id");
            await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "succeeded");
            takes.Add(id);
            await PutAsync(id, "", HttpStatusCode.NoContent);
        }

        var (one, two, three) = (takes[0], takes[1], takes[2]);
        var own = $"?sort=own&collection={trip.Split('/')[^1]}";
        await ListShouldBeAsync(client, own, one, two, three);
        await PutAsync(three, "?before=" + one, HttpStatusCode.NoContent);
        await PutAsync(one, "?after=" + two, HttpStatusCode.NoContent);
        await ListShouldBeAsync(client, own, three, two, one);
        (await PutAsync(one, "?before=gen_made_up", HttpStatusCode.BadRequest))["errors"]!.ToJsonString().ShouldContain("before must be");
        (await PutAsync(one, $"?before={two}&after={two}", HttpStatusCode.BadRequest))["errors"]!.ToJsonString().ShouldContain("not both");
        await using (var zip = await ZipArchive.CreateAsync(
            await client.GetStreamAsync("/api/downloads?collection=" + trip.Split('/')[^1], Stop), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null, Stop))
            zip.Entries.Select(entry => entry.Name).ShouldBe(["kling-2.6-three.mp4", "kling-2.6-two.mp4", "kling-2.6-one.mp4"]);

        var next = (await client.GetJsonAsync($"/api/generations{own}&limit=2")).Text("next");
        await ListShouldBeAsync(client, $"{own}&cursor={next}", one);
        (await client.SendJsonAsync("DELETE", $"{trip}/generations/{next}")).Status.ShouldBe(HttpStatusCode.NoContent);
        var (status, problem) = await client.SendJsonAsync("GET", $"/api/generations{own}&cursor={next}");
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem["errors"]!.ToJsonString().ShouldContain("no longer in the collection");

        async Task<JsonNode> PutAsync(string id, string query, HttpStatusCode expected)
        {
            var (answered, body) = await client.SendJsonAsync("PUT", $"{trip}/generations/{id}{query}");
            answered.ShouldBe(expected);
            return body;
        }
    }

    [Fact]
    public async Task Faults_name_the_field_and_things_of_others_are_unknown()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        var long41 = new string('x', 41);
        (string Method, string Path, string? Body, string Field)[] faults =
        [
            ("PATCH", $"/api/generations/{id}", $$"""{"tags":["{{long41}}"]}""", "tags"), ("PATCH", $"/api/generations/{id}", """{"tags":["a\nb"]}""", "tags"),
            ("PATCH", $"/api/generations/{id}", """{"tags":[null]}""", "tags"), ("POST", "/api/collections", """{"name":"  "}""", "name"),
            ("GET", "/api/generations?favorite=yes", null, "favorite"), ("GET", "/api/generations?sort=best", null, "sort"), ("GET", "/api/generations?sort=own", null, "sort"),
            ("GET", "/api/generations?from=soon", null, "from"),
            ("GET", "/api/downloads", null, "ids"), ("GET", $"/api/downloads?ids={id}&collection=col_1", null, "ids"), ("GET", "/api/account/usage?to=x", null, "to"),
            ("GET", "/api/prompts?limit=0", null, "limit"), ("GET", "/api/generations?q=" + new string('x', 201), null, "q"),
        ];
        foreach (var (method, path, body, field) in faults)
        {
            var (status, problem) = await client.SendJsonAsync(method, path, body);
            status.ShouldBe(HttpStatusCode.BadRequest, path);
            problem["errors"]!.ToJsonString().ShouldContain(field);
        }

        var collection = (await client.PostAsync("/api/collections", """{"name":"Mine"}""")).Body.Text("id");
        (string Method, string Path, string? Body)[] foreign =
        [
            ("PATCH", $"/api/generations/{id}", """{"favorite":true}"""), ("DELETE", $"/api/generations/{id}", null), ("POST", $"/api/generations/{id}/restore", null),
            ("PUT", $"/api/generations/{id}/share", null), ("DELETE", $"/api/generations/{id}/share", null), ("PUT", $"/api/collections/{collection}", """{"name":"x"}"""),
            ("DELETE", $"/api/collections/{collection}", null), ("PUT", $"/api/collections/{collection}/generations/{id}", null),
            ("DELETE", $"/api/collections/{collection}/generations/{id}", null), ("GET", "/api/shared/made-up", null), ("GET", $"/api/downloads?ids={id}", null),
        ];
        foreach (var (method, path, body) in foreign) (await other.SendJsonAsync(method, path, body)).Status.ShouldBe(HttpStatusCode.NotFound, $"{method} {path}");
        (await client.SendJsonAsync("PUT", $"/api/generations/{id}/share")).Body.Text("code").ShouldBe("not_ready");
        (await client.SendJsonAsync("GET", $"/api/downloads?ids={id}")).Body.Text("code").ShouldBe("not_ready");
        (await client.SendJsonAsync("PUT", "/api/preferences", $$"""{"a":"{{new string('x', 70_000)}}"}""")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await client.SendJsonAsync("PUT", "/api/preferences", "[]")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task ListShouldBeAsync(HttpClient client, string query, params string[] ids) =>
        (await client.GetJsonAsync("/api/generations" + query))["items"]!.AsArray().Select(item => item!.Text("id")).ShouldBe(ids);
}
