using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;

namespace Kinora.Server.Tests;

public sealed class GenerationTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox / in the snow\r\n","duration":5,"sound":false}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accepted_request_becomes_a_stored_video()
    {
        await using var origin = await ClipOrigin.StartAsync();
        await using var server = await TestServer.StartAsync();
        server.Provider.Origin = origin.Url;
        server.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new(origin.Url, "clip.mp4")] };
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);

        var price = (await client.PostAsync("/api/quotes", Fox)).Body.Number("credits");
        using var content = new StringContent(Fox, new MediaTypeHeaderValue("application/json"));
        using var accepted = await client.PostAsync("/api/generate/video", content, Stop);
        accepted.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var id = (await accepted.JsonAsync()).Text("id");
        accepted.Headers.Location!.ToString().ShouldBe("/api/generations/" + id);

        // No callback comes here, and the first poll only when an answer is likely.
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        (await client.PostAsync($"/api/generations/{id}/sync", "")).Body["asked"]!.GetValue<bool>().ShouldBeTrue();
        var told = await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "succeeded");
        told.Data["history"]!.AsArray().ShouldBeEmpty();
        var account = await listener.UntilAsync(e => e.Name == "account" && e.Data.Number("held") == 0);
        account.Data.Number("balance").ShouldBe(10_000 - price);

        var done = await client.GetJsonAsync("/api/generations/" + id);
        done.Text("status").ShouldBe("succeeded");
        done["charge"]!.ToJsonString().ShouldBe($$"""{"held":0,"captured":{{price}},"released":0}""");
        done["history"]!.AsArray().Select(h => h!.Text("to")).ShouldBe(["queued", "submitting", "running", "collecting", "succeeded"]);
        var output = done["outputs"]!.AsArray().Single()!;
        output.Number("width").ShouldBe(160);
        output["hasSound"]!.GetValue<bool>().ShouldBeFalse();
        await ContentShouldBeServedAsync(client, output, await origin.BytesAsync());

        var kinds = (await client.GetJsonAsync("/api/account/ledger"))["items"]!.AsArray().Select(e => e!.Text("kind"));
        kinds.ShouldBe(["capture", "hold", "grant"]);
    }

    [Fact]
    public async Task Page_of_generations_is_newest_first_and_its_cursor_leads_on()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        var ids = new List<string>();
        for (var i = 0; i < 5; i++) ids.Add((await client.PostAsync("/api/generate/video", Fox)).Body.Text("id"));
        ids.Reverse();

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await client.GetJsonAsync("/api/generations?limit=2" + (cursor is null ? "" : "&cursor=" + cursor));
            page["items"]!.AsArray().Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page["items"]!.AsArray().Select(g => g!.Text("id")));
            cursor = page["next"]?.GetValue<string>();
        }
        while (cursor is not null);
        seen.ShouldBe(ids);
        (await client.GetJsonAsync("/api/generations?status=succeeded"))["items"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task Idempotency_key_makes_one_generation_and_tells_a_replay()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "take-1");
        using var first = await client.PostAsync("/api/generate/video", new StringContent(Fox, new MediaTypeHeaderValue("application/json")), Stop);
        using var second = await client.PostAsync("/api/generate/video", new StringContent(Fox, new MediaTypeHeaderValue("application/json")), Stop);
        first.Headers.Contains("Idempotent-Replayed").ShouldBeFalse();
        second.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        second.Headers.GetValues("Idempotent-Replayed").Single().ShouldBe("true");
        (await second.JsonAsync()).Text("id").ShouldBe((await first.JsonAsync()).Text("id"));

        var (status, problem) = await client.PostAsync("/api/generate/video", Fox.Replace("fox", "cat", StringComparison.Ordinal));
        status.ShouldBe(HttpStatusCode.Conflict);
        problem.Text("code").ShouldBe("idempotency_conflict");
        (await client.GetJsonAsync("/api/generations"))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Idempotency_key_has_at_most_200_characters()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        client.DefaultRequestHeaders.Add("Idempotency-Key", new string('k', 201));
        var (status, problem) = await client.PostAsync("/api/generate/video", Fox);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem["errors"]!.AsArray().Single()!.Text("field").ShouldBe("Idempotency-Key");
    }

    [Fact]
    public async Task Credits_that_do_not_suffice_are_402_and_nothing_is_created()
    {
        await using var server = await TestServer.StartAsync(options => options with { InitialCredits = 3 });
        using var client = server.CreateClient();
        var (status, problem) = await client.PostAsync("/api/generate/video", Fox);
        status.ShouldBe(HttpStatusCode.PaymentRequired);
        problem.Text("code").ShouldBe("insufficient_credits");
        problem.Number("available").ShouldBe(3);
        problem.Number("needed").ShouldBeGreaterThan(3);
        (await client.GetJsonAsync("/api/generations"))["items"]!.AsArray().ShouldBeEmpty();

        (await client.PostAsync("/api/admin/accounts/owner/grants", """{"credits":1000,"reason":"Top up"}""")).Status.ShouldBe(HttpStatusCode.Created);
        (await client.PostAsync("/api/generate/video", Fox)).Status.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Failed_generation_tells_why_and_by_whom_and_can_be_made_again()
    {
        await using var server = await TestServer.StartAsync();
        server.Provider.OnSubmit = _ => new SubmissionOutcome.Refused("422", "The prompt is too strange.", Retryable: false, ByUser: true);
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        var failed = (await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "failed")).Data;
        failed["failure"]!.Text("code").ShouldBe("provider_refused");
        failed["failure"]!.Text("message").ShouldContain("too strange");
        failed["failure"]!.Text("by").ShouldBe("user");
        failed["charge"]!.Number("held").ShouldBe(0);

        var (status, again) = await client.PostAsync($"/api/generations/{id}/again", "");
        status.ShouldBe(HttpStatusCode.Accepted);
        again.Text("id").ShouldNotBe(id);
        again["input"]!.ToJsonString().ShouldBe(failed["input"]!.ToJsonString());
    }

    [Fact]
    public async Task Running_generation_cannot_be_canceled_and_has_no_content_yet()
    {
        await using var server = await TestServer.StartAsync();
        using var client = server.CreateClient();
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", Fox)).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        using var cancel = await client.PostAsync($"/api/generations/{id}/cancel", null, Stop);
        (await cancel.ShouldBeProblemAsync(HttpStatusCode.Conflict, "not_cancelable")).Text("detail").ShouldContain("running");
        using var content = await client.GetAsync($"/api/generations/{id}/content", Stop);
        (await content.ShouldBeProblemAsync(HttpStatusCode.Conflict, "not_ready")).Text("detail").ShouldContain("running");
    }

    private static async Task ContentShouldBeServedAsync(HttpClient client, JsonNode output, byte[] clip)
    {
        var path = output.Text("videoUrl");
        using var whole = await client.GetAsync(path, Stop);
        whole.Content.Headers.ContentType!.MediaType.ShouldBe("video/mp4");
        whole.Headers.CacheControl!.ToString().ShouldBe("private, max-age=31536000, immutable".Replace("private, max-age=31536000", "max-age=31536000, private", StringComparison.Ordinal));
        (await whole.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(clip);

        using var ranged = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Range = new RangeHeaderValue(100, 199) } };
        using var part = await client.SendAsync(ranged, Stop);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        part.Content.Headers.ContentRange!.ToString().ShouldBe($"bytes 100-199/{clip.Length}");
        (await part.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(clip[100..200]);

        using var known = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } };
        (await client.SendAsync(known, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var head = await client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Stop);
        head.Content.Headers.ContentLength.ShouldBe(clip.Length);

        using var poster = await client.GetAsync(output.Text("posterUrl"), Stop);
        poster.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
        poster.Headers.ETag.ShouldNotBe(whole.Headers.ETag);
        (await poster.Content.ReadAsByteArrayAsync(Stop)).AsSpan(8, 4).SequenceEqual("WEBP"u8).ShouldBeTrue();

        await PicturesShouldBeServedAsync(client, output);
        using var download = await client.GetAsync(path + "&download=1", Stop);
        download.Content.Headers.ContentDisposition!.FileName.ShouldBe("kling-2.6-a-red-fox-in-the-snow.mp4");
        using var beyond = await client.GetAsync(path.Replace("index=0", "index=1", StringComparison.Ordinal), Stop);
        await beyond.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
    }

    private static async Task PicturesShouldBeServedAsync(HttpClient client, JsonNode output)
    {
        var tags = new HashSet<string>();
        foreach (var (name, type) in new[] { ("preview", "video/mp4"), ("firstFrame", "image/webp"), ("lastFrame", "image/webp"), ("filmstrip", "image/webp") })
        {
            using var picture = await client.GetAsync(output.Text(name + "Url") + "&download=1", Stop);
            picture.Content.Headers.ContentType!.MediaType.ShouldBe(type);
            picture.Content.Headers.ContentDisposition!.FileName.ShouldBe($"kling-2.6-a-red-fox-in-the-snow-{name.ToLowerInvariant()}{(name == "preview" ? ".mp4" : ".webp")}");
            tags.Add(picture.Headers.ETag!.Tag);
            using var ranged = new HttpRequestMessage(HttpMethod.Get, output.Text(name + "Url")) { Headers = { Range = new RangeHeaderValue(0, 9) } };
            (await client.SendAsync(ranged, Stop)).StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        }

        tags.Count.ShouldBe(4);
        output["filmstrip"]!.ToJsonString().ShouldBe("""{"frames":10,"width":160,"height":90}""");
    }
}
