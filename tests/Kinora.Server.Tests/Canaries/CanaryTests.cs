using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Kinora.Core.Providers;
using Kinora.Server.Tests.Telemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Kinora.Server.Tests.Canaries;

/// <summary>A day with secrets of every kind, of which none may be read in logs, errors, metrics, traces and the report.</summary>
public sealed class CanaryTests
{
    private const string AdminKey = "canary-admin-key-1b7d", ProviderKey = "canary-provider-key-52aa", CallbackSecret = "canary-callback-secret-90fe", Prompt = "canary-prompt-of-a-person-77c1";
    private const string LinkProof = "canary-signature-of-a-link-3d20", HookToken = "canary-token-of-a-receiver-e8b4", WrongKey = "canary-wrong-key-a6f3", SpentToken = "canary-sign-in-token-04cd";
    private const string Upstream = "canary-words-of-an-exception-c9e5";
    private const string Fox = $$"""{"model":"kling-2.6","prompt":"{{Prompt}}","duration":5,"sound":false}""";
    private readonly List<string> _problems = [], _secrets = [AdminKey, ProviderKey, CallbackSecret, Prompt, LinkProof, HookToken, WrongKey, SpentToken];
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Secrets_of_a_day_are_told_nowhere()
    {
        using var spans = new SpanTexts();
        using var lines = new CapturedLines(levels: logging => logging.AddFilter("Microsoft", LogLevel.Information)
            .AddFilter("Kinora", LogLevel.Debug).AddFilter("KieAi", LogLevel.Debug).AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning));
        await using var clip = await ClipOrigin.StartAsync();
        await using var server = await TestServer.StartAsync(
            options => options with { AdminKey = AdminKey, FetchAllow = ["127.0.0.1"], Kie = options.Kie with { ApiKey = ProviderKey, CallbackSecret = CallbackSecret } },
            configure: services => services.AddSingleton<ILoggerFactory>(lines.Factory));
        using var owner = server.CreateClient(AdminKey);
        using var nobody = server.CreateClient(WrongKey);
        await GenerateAsync(server, owner, clip);
        await LibraryAsync(owner, nobody);
        await MistakesAsync(owner, nobody);

        var metrics = await owner.GetStringAsync("/metrics", Stop);
        (await owner.PostAsync("/api/admin/diagnostics", "")).Status.ShouldBe(HttpStatusCode.Accepted);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var look = 0; look < 600 && (await owner.SendJsonAsync("GET", "/api/admin/diagnostics")).Body["run"]?["state"]?.ToString() is null or "running"; look++) await timer.WaitForNextTickAsync(Stop);
        var report = (await owner.GetJsonAsync("/api/admin/providers")).ToJsonString() + (await owner.GetJsonAsync("/api/admin/diagnostics")).ToJsonString();
        lines.All.Count.ShouldBeGreaterThan(3);
        spans.All.Count.ShouldBeGreaterThan(30);
        _problems.Count.ShouldBeGreaterThan(5);
        foreach (var secret in _secrets)
        {
            secret.Length.ShouldBeGreaterThan(15);
            lines.All.Where(line => line.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty(secret);
            spans.All.Where(span => span.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty(secret);
            _problems.Where(problem => problem.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty(secret);
            metrics.ShouldNotContain(secret);
            report.ShouldNotContain(secret);
        }

        // What is looked for can be found: an exception's words stand in its line, if they are no secret.
        lines.All.ShouldContain(line => line.Contains(Upstream, StringComparison.Ordinal));
    }

    /// <summary>One video is made, of one the link has lapsed, one breaks the provider; callbacks come true and forged.</summary>
    private async Task GenerateAsync(TestServer server, HttpClient owner, ClipOrigin clip)
    {
        var tasks = 0;
        server.Provider.Origin = clip.Url;
        server.Provider.OnSubmit = _ => Interlocked.Increment(ref tasks) is var task && task == 3 ? throw new InvalidOperationException(Upstream) : new SubmissionOutcome.Accepted($"task_{task}");
        server.Provider.OnObserve = task => new(ProviderTaskState.Succeeded, "success") { Outputs = [new(clip.Url, $"/{(task == "task_1" ? "clip" : "gone")}.mp4?signature={LinkProof}")] };
        using var listener = await EventListener.StartAsync(owner);
        for (var number = 0; number < 3; number++)
        {
            await owner.PostAsync("/api/generate/video", Fox);
            if (number < 2) await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "running");
        }

        foreach (var query in server.Provider.Submissions.Select(submission => submission.Callback!.Query).ToArray())
        {
            var token = query[(query.IndexOf("token=", StringComparison.Ordinal) + 6)..];
            _secrets.Add(token);
            const string Body = """{"code":200,"data":{"taskId":"task_1","state":"success"}}""";
            await AskAsync(owner, "POST", $"/api/webhooks/kie{query}&secret={CallbackSecret}", Body);
            await AskAsync(owner, "POST", $"/api/webhooks/kie?generation=gen_1&attempt=1&token={token}&secret={CallbackSecret}", Body);
            await AskAsync(owner, "POST", $"/api/webhooks/veo{query}&secret=wrong", Body.Replace("success", CallbackSecret, StringComparison.Ordinal));
        }

        await listener.UntilAsync(e => e.Name == "generation" && e.Data.Text("status") == "succeeded");
    }

    /// <summary>Shares, webhooks, keys, uploads and removals.</summary>
    private async Task LibraryAsync(HttpClient owner, HttpClient nobody)
    {
        var take = (await owner.GetJsonAsync("/api/generations?status=succeeded"))["items"]![0]!.Text("id");
        var share = (await owner.SendJsonAsync("PUT", $"/api/generations/{take}/share")).Body.Text("sharePath");
        _secrets.Add(share.Split('/')[^1]);
        foreach (var end in new[] { "", "/content", "/content?variant=none" }) await AskAsync(nobody, "GET", share + end);
        var link = new Uri(System.Text.Json.Nodes.JsonNode.Parse((await owner.GetJsonAsync($"/api/v1/jobs/recordInfo?taskId={take}"))["data"]!.Text("resultJson"))!["resultUrls"]![0]!.GetValue<string>());
        _secrets.Add(link.Segments[2].Trim('/'));
        await AskAsync(nobody, "GET", link.AbsolutePath);

        var (_, hook) = await owner.PostAsync("/api/webhooks/endpoints", $$"""{"url":"http://127.0.0.1:1/hooks?token={{HookToken}}"}""");
        _secrets.Add(hook.Text("secret"));
        await AskAsync(owner, "POST", $"/api/webhooks/endpoints/{hook.Text("id")}/test");
        _secrets.Add((await owner.GetJsonAsync("/api/webhooks/secret")).Text("secret"));
        _secrets.Add((await owner.PostAsync("/api/account/keys", """{"name":"Laptop"}""")).Body.Text("key"));
        using var upload = new ByteArrayContent(Pictures.Png) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } };
        using var uploaded = await owner.PostAsync("/api/assets", upload, Stop);
        await AskAsync(owner, "DELETE", "/api/assets/" + (await uploaded.JsonAsync()).Text("id"));
        await AskAsync(owner, "DELETE", $"/api/generations/{take}");
    }

    /// <summary>What people get wrong with a secret at hand.</summary>
    private async Task MistakesAsync(HttpClient owner, HttpClient nobody)
    {
        await AskAsync(nobody, "GET", "/api/account");
        await AskAsync(nobody, "GET", $"/api/account?key={AdminKey}");
        await AskAsync(nobody, "GET", $"/api/none?token={SpentToken}");
        await AskAsync(nobody, "POST", "/api/sessions", $$"""{"token":"{{SpentToken}}"}""");
        await AskAsync(nobody, "POST", "/api/sessions", $$"""{"key":"{{WrongKey}}"}""");
        await AskAsync(nobody, "GET", "/v1/videos");
        await AskAsync(nobody, "POST", "/api/v1/jobs/createTask", Fox);
        await AskAsync(owner, "POST", "/api/generate/video", Fox[..^1]);
        await AskAsync(owner, "POST", "/api/generate/video", Fox.Replace("\"duration\":5", "\"duration\":7", StringComparison.Ordinal));
        await AskAsync(owner, "POST", "/v1/videos", $$"""{"model":"kling-2.6","prompt":"{{Prompt}}","seconds":"x"}""");
        await AskAsync(owner, "PUT", "/api/admin/providers/second", $$"""{"provider":"kie","baseUrl":"http://127.0.0.1:1","uploadBaseUrl":"http://127.0.0.1:1","keys":["{{ProviderKey}}"]}""");
        await AskAsync(owner, "POST", "/api/admin/providers/second/check");
        await AskAsync(owner, "PUT", "/api/admin/providers/third", $$"""{"provider":"none","keys":["{{ProviderKey}}"]}""");
        await AskAsync(owner, "PUT", "/api/admin/providers/third", $$"""{"provider":"kie","keys":["{{ProviderKey}}"] """);
    }

    private async Task AskAsync(HttpClient client, string method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, Stop);
        if (answer.StatusCode >= HttpStatusCode.BadRequest) _problems.Add(await answer.Content.ReadAsStringAsync(Stop));
    }
}
