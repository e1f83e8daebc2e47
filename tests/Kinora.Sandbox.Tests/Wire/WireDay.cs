using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinora.Testing;

namespace Kinora.Sandbox.Tests.Wire;

/// <summary>A sandbox with an inbox, on which the literal requests are made: the ids in them are exchanged for those of tasks that it has.</summary>
internal sealed class WireDay : IAsyncDisposable
{
    private readonly Caller _caller;
    private readonly Inbox _inbox;

    private WireDay(Caller caller, Inbox inbox) => (_caller, _inbox) = (caller, inbox);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<WireDay> StartAsync()
    {
        var inbox = await Inbox.StartAsync();
        return new(await Caller.StartAsync(with => (with.Render, with.Limits, with.FetchAllow) = (SandboxRender.None, false, ["127.0.0.1"])), inbox);
    }

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
            request.Content = new ByteArrayContent(WireFiles.Bytes(file));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(row.Word("contentType"));
        }

        using var answer = await _caller.Http.SendAsync(request, Stop);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>(Stop))!;
    }

    /// <summary>The callback that a file stands for: of a task that succeeds, or of one that fails by a directive.</summary>
    public async Task<JsonNode> CallbackAsync(string id, string file)
    {
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
        return (await _inbox.NextAsync()).Body;
    }

    public async ValueTask DisposeAsync()
    {
        await _caller.DisposeAsync();
        await _inbox.DisposeAsync();
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
        "common.download-url" => (await _caller.GetAsync("/api/v1/jobs/recordInfo?taskId=" + await FinishAsync("jobs.create")))["data"]!["resultJson"]!.GetValue<string>().Split('"')[3],
        _ when id.EndsWith("-record", StringComparison.Ordinal) => await FinishAsync(id[..^"-record".Length]),
        _ => null,
    };

    // The first call only orders the larger video.
    private async Task OrderAsync(string source)
    {
        await _caller.GetAsync("/api/v1/veo/get-1080p-video?taskId=" + source);
        var orders = (await _caller.GetAsync("/sandbox/tasks"))["tasks"]!.AsArray().Where(task => task!["api"]!.GetValue<string>() == "veo-upgrade");
        await _caller.UntilAsync(orders.Single()!["taskId"]!.GetValue<string>(), "success");
    }

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
        await _inbox.NextAsync();
        return taskId;
    }

    private async Task<string> CreateAsync(string path, JsonObject body)
    {
        var answer = await _caller.PostAsync(path, body);
        answer["code"]!.GetValue<int>().ShouldBe(200, answer.ToJsonString());
        return answer["data"]!["taskId"]!.GetValue<string>();
    }

    private async Task<string> AnswerAsync(string id) => (await AskAsync(Row(id)))["data"]!.GetValue<string>();

    private async Task<JsonObject> BodyAsync(string file, string? source)
    {
        var body = JsonNode.Parse(WireFiles.Text(file))!.AsObject();
        if (body.ContainsKey("callBackUrl")) body["callBackUrl"] = _inbox.Address;
        foreach (var name in new[] { "taskId", "url" })
        {
            if (source is not null && body.ContainsKey(name)) body[name] = source;
        }

        if (body.ContainsKey("fileUrl")) body["fileUrl"] = await _caller.UploadAsync("images", "fox.png", [1, 2, 3]);
        return body;
    }
}
