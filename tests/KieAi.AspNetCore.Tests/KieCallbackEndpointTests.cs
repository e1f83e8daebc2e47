using System.Net;
using System.Text;
using Kinora.Testing;
using Microsoft.AspNetCore.Http;

namespace KieAi.AspNetCore.Tests;

public sealed class KieCallbackEndpointTests
{
    private const string Body = """{"code":200,"msg":"ok","data":{"task_id":"a1"}}""";
    private readonly FakeClock _clock = new();
    private readonly List<(KieCallback Callback, string? Secret)> _taken = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callback_is_read_and_handed_over_with_its_request()
    {
        await using var host = await StartAsync(verifier: null);
        (await PostAsync(host, Body)).ShouldBe((HttpStatusCode.OK, """{"code":200,"msg":"received"}"""));
        var (callback, secret) = _taken.ShouldHaveSingleItem();
        (callback.TaskId, secret).ShouldBe(("a1", "s3"));
        callback.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_literal_callback_is_taken()
    {
        await using var host = await StartAsync(verifier: null);
        string[] files = [.. WireFiles.Callbacks("server").SelectMany(row => row.Named("bodies", "bodyVariants"))];
        foreach (var file in files) (await PostAsync(host, WireFiles.Text(file))).Status.ShouldBe(HttpStatusCode.OK, file);
        _taken.Count.ShouldBe(files.Length);
    }

    [Fact]
    public async Task Signature_must_hold_where_there_is_a_verifier()
    {
        await using var host = await StartAsync(new KieCallbackVerifier("key", _clock));
        (await PostAsync(host, Body)).ShouldBe((HttpStatusCode.Unauthorized, """{"code":401,"msg":"The signature does not hold"}"""));
        Sign(host, "key", "b1");
        (await PostAsync(host, Body)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        Sign(host, "other", "a1");
        (await PostAsync(host, Body)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _taken.ShouldBeEmpty();
        Sign(host, "key", "a1");
        (await PostAsync(host, Body)).Status.ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromSeconds(301));
        (await PostAsync(host, Body)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        _taken.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("""{"code":200,"data":{}}""")]
    public async Task Body_that_names_no_task_is_refused(string body)
    {
        await using var host = await StartAsync(verifier: null);
        (await PostAsync(host, body)).ShouldBe((HttpStatusCode.BadRequest, """{"code":400,"msg":"The body names no task"}"""));
        (await PostAsync(host, $$"""{"taskId":"a1","x":"{{new string('x', 1024 * 1024)}}"}""")).Status.ShouldBe(HttpStatusCode.BadRequest);
        _taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Status_that_the_handler_sets_is_the_answer()
    {
        await using var host = await StartAsync(verifier: null, status: 403);
        (await PostAsync(host, Body)).ShouldBe((HttpStatusCode.Forbidden, ""));
    }

    private Task<KieHost> StartAsync(KieCallbackVerifier? verifier, int status = 200) => KieHost.StartAsync(map: app => app.MapKieCallback("/callbacks/kie", verifier, (callback, context) =>
    {
        _taken.Add((callback, context.Request.Query["secret"]));
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }));

    private void Sign(KieHost host, string key, string taskId)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        host.Http.DefaultRequestHeaders.Remove(KieSignature.TimestampHeader);
        host.Http.DefaultRequestHeaders.Remove(KieSignature.SignatureHeader);
        host.Http.DefaultRequestHeaders.Add(KieSignature.TimestampHeader, $"{now}");
        host.Http.DefaultRequestHeaders.Add(KieSignature.SignatureHeader, KieSignature.Sign(key, taskId, now));
    }

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(KieHost host, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await host.Http.PostAsync("/callbacks/kie?secret=s3", content, Stop);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
