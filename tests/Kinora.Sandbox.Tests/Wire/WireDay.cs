using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests.Wire;

/// <summary>
/// A server of KIE's API on which the literal requests are made: the ids in them are exchanged for those of tasks that it has, and where it fetches
/// what requests name, the addresses for those of files that it has.
/// </summary>
/// <param name="finish">Waits until a task is final, where that is quicker than its callback; null waits for that.</param>
/// <param name="media">An address of the server's own for one in a request; null leaves all as they are.</param>
internal sealed partial class WireDay(HttpClient http, Inbox inbox, Func<string, Task>? finish, Func<string, Task<string>>? media) : IAsyncDisposable
{
    private const int MostTries = 3000;

    private static readonly byte[] Picture = PlainPng.Of(320, 320);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private bool _tellsCallbacks;

    /// <summary>What is put away with the day, beside its inbox.</summary>
    public IAsyncDisposable? Host { get; init; }

    /// <summary>Makes a call as its files have it, once what it asks for is there.</summary>
    public async Task<JsonNode> AskAsync(JsonElement row)
    {
        var source = await SourceAsync(row.Word("id"));
        if (row.Word("id") == "veo.get-1080p") await OrderAsync(source!);
        var file = row.Named("request").SingleOrDefault();
        var query = row.Query();
        if (source is not null && query.Length > 0) query = $"?{row.GetProperty("query").EnumerateObject().First().Name}={source}";
        using var request = new HttpRequestMessage(new HttpMethod(row.Word("method")), row.Word("path") + query);
        if (file?.EndsWith(".json", StringComparison.Ordinal) == true) request.Content = JsonContent.Create(await BodyAsync(file, source));
        else if (file is not null)
        {
            request.Content = new ByteArrayContent(Filled(WireFiles.Bytes(file)));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(row.Word("contentType"));
        }

        using var answer = await http.SendAsync(request, Stop);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    /// <summary>The callback that a file stands for: of a task that succeeds, or of one that fails by a directive.</summary>
    public async Task<JsonNode> CallbackAsync(string id, string file)
    {
        _tellsCallbacks = true;
        var failing = file.Contains("failure", StringComparison.Ordinal);
        var call = id switch
        {
            "jobs.callback" => "jobs.create",
            "services.callback" => "services.kling",
            "veo.get-4k-callback" => "veo.get-4k",
            _ when file.Contains("extend", StringComparison.Ordinal) => "runway.extend",
            _ => id.Replace(".callback", ".generate"),
        };
        var row = Row(call);
        // The call for 4K has no text that could be scripted; its source has.
        var source = failing && call == "veo.get-4k" ? await FinishAsync("veo.generate", " [[no-upgrade]]") : await SourceAsync(call);
        var body = await BodyAsync(row.Named("request").Single(), source);
        if (failing) Script(body, " [[fail:500]]");
        await CreateAsync(row.Word("path"), body);
        return (await inbox.NextAsync()).Body;
    }

    public async ValueTask DisposeAsync()
    {
        if (Host is not null) await Host.DisposeAsync();
        await inbox.DisposeAsync();
    }

    private static JsonElement Row(string id) => WireFiles.Calls("sandbox").Single(row => row.Word("id") == id);

    // What a call reads or continues, made first.
    private async Task<string?> SourceAsync(string id) => id switch
    {
        "jobs.record" => await FinishAsync("jobs.create"),
        "veo.record" or "veo.get-1080p" or "veo.get-4k" or "veo.extend" => await FinishAsync("veo.generate"),
        "runway.record" or "runway.extend" or "services.runway-record" => await FinishAsync("runway.generate"),
        "aleph.record" => await FinishAsync("aleph.generate"),
        "modify.record" => await FinishAsync("modify.generate"),
        "assets.read" => await AnswerAsync("assets.create"),
        "common.download-url" => (await GetAsync("/api/v1/jobs/recordInfo?taskId=" + await FinishAsync("jobs.create")))["data"]!["resultJson"]!.GetValue<string>().Split('"')[3],
        _ when id.EndsWith("-record", StringComparison.Ordinal) => await FinishAsync(id[..^"-record".Length]),
        _ => null,
    };

    // The first call only orders the larger video; what is asked for must be ready.
    private async Task OrderAsync(string source)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if ((await GetAsync("/api/v1/veo/get-1080p-video?taskId=" + source))["code"]!.GetValue<int>() != 400) return;
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stop);
        }
    }

    private async Task<JsonNode> GetAsync(string path) => (await http.GetFromJsonAsync<JsonNode>(path, Stop))!;

    private static void Script(JsonObject body, string directive)
    {
        var fields = body["input"]?.AsObject() ?? body;
        if (fields.ContainsKey("prompt")) fields["prompt"] += directive;
    }

    private async Task<string> FinishAsync(string id, string directive = "")
    {
        var row = Row(id);
        var body = await BodyAsync(row.Named("request").Single(), null);
        Script(body, directive);
        var taskId = await CreateAsync(row.Word("path"), body);
        if (finish is null || _tellsCallbacks) await inbox.NextAsync();
        else await finish(taskId);
        return taskId;
    }

    private async Task<string> CreateAsync(string path, JsonObject body)
    {
        using var answer = await http.PostAsJsonAsync(path, body, Stop);
        var told = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        told["code"]!.GetValue<int>().ShouldBe(200, told.ToJsonString());
        return told["data"]!["taskId"]!.GetValue<string>();
    }

    private async Task<string> AnswerAsync(string id) => (await AskAsync(Row(id)))["data"]!.GetValue<string>();

    private async Task<JsonObject> BodyAsync(string file, string? source)
    {
        var body = JsonNode.Parse(WireFiles.Text(file))!.AsObject();
        if (body.ContainsKey("callBackUrl")) body["callBackUrl"] = inbox.Address;
        foreach (var name in new[] { "taskId", "url" })
        {
            if (source is not null && body.ContainsKey(name)) body[name] = source;
        }

        if (body.ContainsKey("fileUrl")) body["fileUrl"] = await UploadAsync();
        if (media is null) return body;
        if (body.ContainsKey("base64Data")) body["base64Data"] = "data:image/png;base64," + Convert.ToBase64String(Picture);
        var texts = body.ToJsonString();
        foreach (var address in Media().Matches(texts).Select(match => match.Value).Distinct()) texts = texts.Replace(address, await media(address), StringComparison.Ordinal);
        return JsonNode.Parse(texts)!.AsObject();
    }

    // Four letters stand for a picture; who looks into files wants a real one.
    private byte[] Filled(byte[] body) => media is not null && body.AsSpan().IndexOf("PNG!"u8) is > 0 and var at ? [.. body[..at], .. Picture, .. body[(at + 4)..]] : body;

    [GeneratedRegex("https://example\\.com/[a-z]+\\.[a-z0-9]+", RegexOptions.None, 1000)]
    private static partial Regex Media();

    private async Task<string> UploadAsync()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(Picture), "file", "fox.png" }, { new StringContent("images"), "uploadPath" } };
        using var answer = await http.PostAsync("/api/file-stream-upload", form, Stop);
        var told = (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
        told["code"]!.GetValue<int>().ShouldBe(200, told.ToJsonString());
        return told["data"]!["downloadUrl"]!.GetValue<string>();
    }
}
