using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

public sealed class JoinTests
{
    private const string Fox = """{"model":"kling-2.6","prompt":"A red fox","duration":5,"sound":true}""";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Clips_become_a_film_that_is_played_saved_and_deleted_and_faults_name_the_clip()
    {
        await using var server = await TestServer.WithSandboxAsync();
        using var client = server.CreateClient();
        using var other = await server.CreateOtherClientAsync();
        var (one, two) = (await SucceededAsync(client), await SucceededAsync(client, Fox.Replace("true", "false", StringComparison.Ordinal)));
        using var sound = new ByteArrayContent(Sounds.Wave(seconds: 1)) { Headers = { ContentType = new("audio/wav") } };
        using var uploaded = await client.PostAsync("/api/assets", sound, Stop);
        var music = (await uploaded.JsonAsync()).Text("id");

        var form = $$"""{"clips":[{"generation":"{{one}}","from":1,"to":2},{"generation":"{{two}}","output":0,"to":0.5}],"music":"{{music}}","musicVolume":20,"transition":"fade","resolution":"480p","name":" My trip: day 1 "}""";
        using var asked = await AskAsync(client, form, "film");
        asked.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var accepted = await asked.JsonAsync();
        var path = asked.Headers.Location!.ToString();
        path.ShouldBe("/api/joins/" + accepted.Text("id"));
        (accepted.Text("status"), accepted.Text("name"), accepted.Number("height"), accepted.Number("musicVolume")).ShouldBe(("queued", "My trip: day 1", 480, 20));
        accepted["durationSeconds"]!.GetValue<double>().ShouldBe(1.5);
        (await client.GetJsonAsync("/api/account")).Number("held").ShouldBe(0, "it costs nothing");
        using (var again = await AskAsync(client, form, "film"))
        {
            again.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
            (await again.JsonAsync()).Text("id").ShouldBe(accepted.Text("id"));
        }

        using (var changed = await AskAsync(client, form.Replace("480p", "720p", StringComparison.Ordinal), "film")) await changed.ShouldBeProblemAsync(HttpStatusCode.Conflict, "idempotency_conflict");

        var made = await MadeAsync(client, path);
        made.Text("status").ShouldBe("succeeded", made.ToJsonString());
        var film = made["output"]!;
        (film.Number("height"), film["hasSound"]!.GetValue<bool>(), film["durationSeconds"]!.GetValue<double>()).ShouldBe((480, true, 1.5));
        using (var part = new HttpRequestMessage(HttpMethod.Get, film.Text("videoUrl")) { Headers = { Range = new RangeHeaderValue(4, 7) } })
        {
            using var answer = await client.SendAsync(part, Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe("ftyp");
            answer.Headers.ETag.ShouldNotBeNull();
        }

        using (var saved = await client.GetAsync(path + "/content?variant=poster&download=1", Stop))
            (saved.Content.Headers.ContentType!.MediaType, saved.Content.Headers.ContentDisposition!.FileNameStar).ShouldBe(("image/webp", "my-trip-day-1-poster.webp"));
        using (var unknown = await client.GetAsync(path + "/content?variant=gif", Stop)) await unknown.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");

        (await client.GetJsonAsync("/api/joins?limit=1"))["items"]!.AsArray().Single()!.Text("id").ShouldBe(accepted.Text("id"));
        (await other.GetJsonAsync("/api/joins"))["items"]!.AsArray().ShouldBeEmpty();
        foreach (var (method, place) in new[] { ("GET", path), ("GET", path + "/content"), ("DELETE", path) })
        {
            using var request = new HttpRequestMessage(new(method), place);
            using var foreign = await other.SendAsync(request, Stop);
            await foreign.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }

        using (var stolen = await AskAsync(other, form.Replace(music, "asset_1", StringComparison.Ordinal)))
            (await Faults(stolen)).ShouldBe(["clips[0].generation", "clips[1].generation", "music"]);
        (await client.SendJsonAsync("DELETE", path)).Status.ShouldBe(HttpStatusCode.NoContent);
        await client.SendJsonAsync("DELETE", "/api/generations/" + two);
        await FaultsShouldNameTheClipAsync(client, one, two);
        (await client.SendJsonAsync("DELETE", path)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task FaultsShouldNameTheClipAsync(HttpClient client, string one, string gone)
    {
        (string Clips, string More, string[] Faults)[] cases =
        [
            ($$"""{"generation":"{{one}}"}""", "", ["clips"]),
            ($$"""{"generation":"{{one}}"},{"generation":"gen_1"},{"generation":"{{gone}}"}""", "", ["clips[1].generation", "clips[2].generation"]),
            ($$"""{"generation":"{{one}}","output":1},{"generation":"{{one}}","output":-1}""", "", ["clips[0].output", "clips[1].output"]),
            ($$"""{"generation":"{{one}}","from":-1},{"generation":"{{one}}","from":5},{"generation":"{{one}}","from":2,"to":2},{"generation":"{{one}}","to":1e999}""", "",
                ["clips[0].from", "clips[1].from", "clips[2].to", "clips[3].to"]),
            ($$"""{"generation":"{{one}}"},null""", "", ["clips[1]"]),
            ($$"""{"generation":"{{one}}"},{"generation":"{{one}}"}""",
                ""","musicVolume":101,"music":"asset_none","transition":"wipe","aspectRatio":"5:1","resolution":"9p","name":" " """,
                ["musicVolume", "transition", "aspectRatio", "resolution", "name"]),
            ($$"""{"generation":"{{one}}"},{"generation":"{{one}}"}""", ""","music":"asset_none" """, ["music"]),
        ];
        foreach (var (clips, more, faults) in cases)
        {
            using var answer = await AskAsync(client, $$"""{"clips":[{{clips}}]{{more}}}""");
            (await Faults(answer)).ShouldBe(faults, clips + more);
        }

        var many = string.Join(',', Enumerable.Repeat($$"""{"generation":"{{one}}"}""", 51));
        using (var answer = await AskAsync(client, $$"""{"clips":[{{many}}]}""")) (await Faults(answer)).ShouldBe(["clips"]);
        using (var answer = await client.GetAsync("/api/joins?cursor=gen_1", Stop)) await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");
    }

    private static async Task<string[]> Faults(HttpResponseMessage answer) =>
        [.. (await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input"))["errors"]!.AsArray().Select(error => error!.Text("field"))];

    private static async Task<string> SucceededAsync(HttpClient client, string form = Fox)
    {
        using var listener = await EventListener.StartAsync(client);
        var id = (await client.PostAsync("/api/generate/video", form)).Body.Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("id") == id && e.Data.Text("status") == "succeeded");
        return id;
    }

    private static async Task<JsonNode> MadeAsync(HttpClient client, string path)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            var join = await client.GetJsonAsync(path);
            if (join.Text("status") is "succeeded" or "failed") return join;
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<HttpResponseMessage> AskAsync(HttpClient client, string form, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/joins") { Content = new StringContent(form, new MediaTypeHeaderValue("application/json")) };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return await client.SendAsync(request, Stop);
    }
}
