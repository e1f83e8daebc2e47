using System.Diagnostics;
using System.Text.Json.Nodes;
using Kinora.Core.Providers;
using Kinora.Sandbox;
using Kinora.Sandbox.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Tests.Telemetry;

/// <summary>One trace over the whole life of a generation, from its caller on.</summary>
public sealed class TraceTests : IDisposable
{
    private const string Prompt = "A lighthouse that nobody shall read of";
    private readonly string _folder = Directory.CreateTempSubdirectory("kinora-test-").FullName;
    private readonly RecordedSpans _spans = new();
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _spans.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Every_step_from_the_request_to_the_callers_callback_is_a_span_of_the_callers_trace()
    {
        await using var inbox = await Inbox.StartAsync();
        await using var server = await TestServer.WithSandboxAsync(
            options => options with { SandboxRender = SandboxRender.None, FetchAllow = ["127.0.0.1"] }, folder: _folder);
        using var client = server.CreateClient();
        using var request = _spans.Request("/api/v1/jobs/createTask", new JsonObject
        {
            ["model"] = "kling-2.6/text-to-video",
            ["input"] = new JsonObject { ["prompt"] = Prompt, ["sound"] = false, ["duration"] = "5", ["aspect_ratio"] = "16:9" },
            ["callBackUrl"] = inbox.Address + "?key=sesame",
        }.ToJsonString());
        using var answer = await client.SendAsync(request, Stop);
        var id = (await answer.JsonAsync())["data"]!.Text("taskId");
        var (headers, _) = await inbox.NextAsync();
        headers.Keys.ShouldNotContain(header => header.Equals("traceparent", StringComparison.OrdinalIgnoreCase) || header.Equals("baggage", StringComparison.OrdinalIgnoreCase));

        (await client.GetJsonAsync("/api/generations/" + id)).Text("traceId").ShouldBe(_spans.Caller.TraceId.ToHexString());
        var accept = await SpanAsync("generation accept");
        accept.Parent!.ParentSpanId.ShouldBe(_spans.Caller.SpanId);
        (accept.Parent.DisplayName, accept.Parent.GetTagItem("http.response.status_code")).ShouldBe(("POST /api/v1/jobs/createTask", 200));
        (accept.GetTagItem("kinora.generation.id"), accept.GetTagItem("kinora.accept.outcome")).ShouldBe((id, "accepted"));
        foreach (var name in new[] { "generation dispatch", "generation poll", "generation collect", "delivery post" })
        {
            var step = await SpanAsync(name);
            (step.ParentSpanId, step.Status).ShouldBe((accept.SpanId, ActivityStatusCode.Unset), name);
            (step.GetTagItem("kinora.generation.id"), step.GetTagItem("kinora.model"), step.GetTagItem("kinora.mode"), step.GetTagItem("kinora.account.id"))
                .ShouldBe((id, "kling-2.6", "text-to-video", "owner"), name);
        }

        var submit = await SpanAsync("provider submit");
        submit.ParentSpanId.ShouldBe((await SpanAsync("generation dispatch")).SpanId);
        (submit.GetTagItem("kinora.provider.account"), submit.GetTagItem("kinora.provider.outcome")).ShouldBe(("kie", "ok"));
        (await SpanAsync("kie jobs.create")).ParentSpanId.ShouldBe(submit.SpanId);
        var polls = _spans.Named("generation poll").Select(poll => poll.SpanId).ToList();
        _spans.Named("generation settle").ShouldNotBeEmpty();
        _spans.Named("generation settle").ShouldAllBe(settle => polls.Contains(settle.ParentSpanId));
        _spans.Named("provider observe").ShouldAllBe(read => polls.Contains(read.ParentSpanId));
        (await SpanAsync("delivery post")).GetTagItem("http.response.status_code").ShouldBe(200);

        // The provider calls back in a trace of its own, which is linked; it was told nothing of this one.
        var callback = await SpanAsync("generation callback");
        (callback.ParentSpanId, callback.GetTagItem("kinora.callback.outcome")).ShouldBe((accept.SpanId, "applied"));
        callback.Links.ShouldHaveSingleItem().Context.TraceId.ShouldNotBe(_spans.Caller.TraceId);
        _spans.All.ShouldAllBe(span => span.Source.Name != "Kinora.Sandbox");
        var told = string.Join('\n', _spans.All.SelectMany(span => span.TagObjects).Select(tag => $"{tag.Key}={tag.Value}"));
        foreach (var secret in new[] { Prompt, "sesame", "token=", TestServer.Key }) told.ShouldNotContain(secret);
    }

    [Fact]
    public async Task Engine_that_takes_a_generation_up_goes_on_with_its_trace_and_logs_it()
    {
        await using var clip = await ClipOrigin.StartAsync();
        var lines = new CapturedLines();
        string id, query;
        await using (var first = await TestServer.StartAsync(folder: _folder, configure: services => services.AddSingleton<ILoggerFactory>(lines.Factory)))
        {
            using var client = first.CreateClient();
            using var listener = await EventListener.StartAsync(client);
            using var request = _spans.Request("/api/generate/video", $$"""{"model":"kling-2.6","prompt":"{{Prompt}}","duration":5,"sound":false}""");
            using var answer = await client.SendAsync(request, Stop);
            id = (await answer.JsonAsync()).Text("id");
            await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
            query = first.Provider.Submissions.Single().Callback!.Query;
            await client.PostAsync("/api/webhooks/kie" + query, """{"code":200,"data":{"taskId":"task_2","state":"success"}}""");
        }

        var foreign = JsonNode.Parse(lines.All.Single(line => line.Contains("\"event\":221", StringComparison.Ordinal)))!;
        (foreign.Text("generationId"), foreign.Text("traceId"), foreign.Text("level")).ShouldBe((id, _spans.Caller.TraceId.ToHexString(), "warning"));
        await using var second = await TestServer.StartAsync(folder: _folder);
        second.Provider.Origin = clip.Url;
        second.Provider.OnObserve = _ => new(ProviderTaskState.Succeeded, "success") { Outputs = [new(clip.Url, "/clip.mp4")] };
        using var again = second.CreateClient();
        using var events = await EventListener.StartAsync(again);
        await again.PostAsync("/api/webhooks/kie" + query, """{"code":200,"data":{"taskId":"task_1","state":"success"}}""");
        var done = (await events.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "succeeded")).Data;
        done.Text("traceId").ShouldBe(_spans.Caller.TraceId.ToHexString());
        var accept = await SpanAsync("generation accept");
        (await SpanAsync("generation collect")).ParentSpanId.ShouldBe(accept.SpanId);
        var poll = await SpanAsync("generation poll");
        (poll.ParentSpanId, (await SpanAsync("generation settle")).ParentSpanId).ShouldBe((accept.SpanId, poll.SpanId));
        lines.All.ShouldAllBe(line => !line.Contains(Prompt) && !line.Contains("token="));
    }

    // A span ends after what it did can be seen.
    private async Task<Activity> SpanAsync(string name)
    {
        for (var tries = 0; tries < 500 && _spans.Named(name).Count == 0; tries++) await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, Stop);
        return _spans.Named(name) is [var first, ..]
            ? first
            : throw new KeyNotFoundException($"{name} is not among {string.Join(", ", _spans.All.Select(span => span.DisplayName))}");
    }
}
