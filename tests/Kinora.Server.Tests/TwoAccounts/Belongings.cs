using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests.TwoAccounts;

/// <summary>One of everything that an account can have.</summary>
internal static class Belongings
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Makes them; answers their ids by what they name.</summary>
    /// <param name="mark">Stands in all that the account writes.</param>
    public static async Task<Dictionary<string, string>> MakeAsync(HttpClient client, HookReceiver receiver, string mark)
    {
        var form = $$"""{"model":"kling-2.6","prompt":"A {{mark}}","duration":5,"sound":false}""";
        using var listener = await EventListener.StartAsync(client);
        using var keyed = new HttpRequestMessage(HttpMethod.Post, "/api/generate/video") { Content = Json(form), Headers = { { "Idempotency-Key", mark } } };
        using var accepted = await client.SendAsync(keyed, Stop);
        var take = (await accepted.JsonAsync()).Text("id");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        await client.PostAsync($"/api/generations/{take}/sync", "");
        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "succeeded");

        using var upload = new ByteArrayContent(Pictures.Png) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var uploaded = await client.PostAsync("/api/assets", upload, Stop);
        var asset = (await uploaded.JsonAsync()).Text("id");
        await MadeAsync(client, "PATCH", $"/api/generations/{take}", $$"""{"tags":["{{mark}}"]}""");
        var share = (await MadeAsync(client, "PUT", $"/api/generations/{take}/share")).Text("sharePath").Split('/')[^1];
        var collection = (await MadeAsync(client, "POST", "/api/collections", $$"""{"name":"{{mark}}"}""")).Text("id");
        await MadeAsync(client, "PUT", $"/api/collections/{collection}/generations/{take}");
        var group = (await MadeAsync(client, "POST", "/api/groups", $$"""{"kind":"batch","name":"{{mark}}","items":[{"request":{{form}}}]}""")).Text("id");
        var key = (await MadeAsync(client, "POST", "/api/account/keys", $$"""{"name":"{{mark}}"}""")).Text("id");
        await MadeAsync(client, "PUT", "/api/preferences", $$"""{"theme":"{{mark}}"}""");
        var endpoint = (await MadeAsync(client, "POST", "/api/webhooks/endpoints", $$"""{"url":"{{receiver.Address}}/{{mark}}"}""")).Text("id");
        var delivery = (await MadeAsync(client, "POST", $"/api/webhooks/endpoints/{endpoint}/test")).Text("id");
        await receiver.NextAsync();
        var link = (await client.GetJsonAsync($"/api/v1/jobs/recordInfo?taskId={take}"))["data"]!.Text("resultJson");
        var address = new Uri(JsonNode.Parse(link)!["resultUrls"]![0]!.GetValue<string>());

        var join = (await MadeAsync(client, "POST", "/api/joins", $$"""{"clips":[{"generation":"{{take}}"},{"generation":"{{take}}"}],"name":"{{mark}}"}""")).Text("id");
        await UntilAsync(client, $"/api/joins/{join}", film => film.Text("status") is "succeeded");
        await UntilAsync(client, $"/api/webhooks/deliveries/{delivery}", one => one.Text("state") is "taken");
        return new()
        {
            ["generation"] = take, ["asset"] = asset, ["asset uri"] = "asset://" + asset, ["collection"] = collection, ["group"] = group, ["key"] = key, ["endpoint"] = endpoint,
            ["delivery"] = delivery, ["join"] = join, ["share"] = share, ["link"] = address.Segments[2].Trim('/'), ["own link"] = address.ToString(), ["idempotency"] = mark, ["version"] = "1",
        };
    }

    /// <summary>An id of the same kind that never was, beside this one in every order.</summary>
    public static string Never(string id) => id.Length == 0 ? id : id[..^1] + (id[^1] == '7' ? '8' : '7');

    private static StringContent Json(string json) => new(json, System.Text.Encoding.UTF8, "application/json");

    private static async Task<JsonNode> MadeAsync(HttpClient client, string method, string path, string? json = null)
    {
        var (status, body) = await client.SendJsonAsync(method, path, json);
        ((int)status).ShouldBeLessThan(300, $"{method} {path}: {body.ToJsonString()}");
        return body;
    }

    private static async Task UntilAsync(HttpClient client, string path, Func<JsonNode, bool> fits)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var look = 0; look < 600; look++)
        {
            if (fits(await client.GetJsonAsync(path))) return;
            await timer.WaitForNextTickAsync(Stop);
        }

        throw new TimeoutException($"{path} is not done: {(await client.GetJsonAsync(path)).ToJsonString()}");
    }
}
