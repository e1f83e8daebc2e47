using System.Net;
using System.Text;
using Kinora.Server.Tests.Models;
using Kinora.Testing;

namespace Kinora.Server.Tests.OpenAi;

/// <summary>Everything under <c>/v1</c> fails in OpenAI's shape.</summary>
public sealed class VideoErrorTests(SharedServer shared) : IClassFixture<SharedServer>, IDisposable
{
    private const string Videos = "/v1/videos";
    private readonly HttpClient _client = shared.CreateClient();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    /// <summary>Body, status, code, field, and what the message says.</summary>
    [Theory]
    [InlineData("", 400, "invalid_json", null, "is empty")]
    [InlineData("{", 400, "invalid_json", null, "breaks off")]
    [InlineData("[]", 400, "invalid_json", null, "object")]
    [InlineData("""{"prompt":"\ud800"}""", 400, "invalid_json", null, "Unicode")]
    [InlineData("{}", 400, "invalid_value", "prompt", "prompt")]
    [InlineData("""{"model":"no-such","prompt":"x"}""", 404, "model_not_found", "model", "no-such")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","seconds":"7"}""", 400, "invalid_value", "seconds", "takes seconds 5 or 10")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","duration":7}""", 400, "invalid_value", "duration", "5 or 10")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","seconds":"long"}""", 400, "invalid_value", "seconds", "seconds must be a whole number")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","seconds":4.5}""", 400, "invalid_value", "seconds", "whole number")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","seconds":99999999999999999999}""", 400, "invalid_value", "seconds", "whole number")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","size":"large"}""", 400, "invalid_value", "size", "1280x720")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","aspect_ratio":"5:4"}""", 400, "invalid_value", "aspect_ratio", "1:1")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","negative_prompt":"y"}""", 400, "invalid_value", "negative_prompt", "takes no negative_prompt")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","input_reference":"http://127.0.0.1/a.png"}""", 400, "invalid_value", "input_reference", "http")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","input_reference":{"image_url":"https://127.0.0.1/a.png"}}""", 400, "invalid_value", "input_reference", "public internet")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","input_reference":{"file_id":"asset_0"}}""", 400, "invalid_value", "input_reference", "no such asset")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","input_reference":"data:image/png;base64,!"}""", 400, "invalid_value", "input_reference", "data URL")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","input_reference":"data:image/png;base64,AAAA"}""", 400, "invalid_value", "input_reference", "taken")]
    [InlineData("""{"model":"kling-2.6","prompt":"x","input_reference":"data:"}""", 400, "invalid_value", "input_reference", "data URL")]
    public async Task Request_that_does_not_fit_is_refused_by_the_callers_own_field(string body, int status, string code, string? param, string says)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _client.PostAsync(Videos, content, Stop);
        var error = await answer.ShouldBeErrorAsync(status, code, param);
        error.Text("type").ShouldBe("invalid_request_error");
        error.Text("message").ShouldContain(says, Case.Insensitive);
        (await _client.GetJsonAsync(Videos))["data"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("GET", "/v1/nothing", 404, "not_found", null)]
    [InlineData("GET", "/v1", 404, "not_found", null)]
    [InlineData("PUT", "/v1/videos", 405, "method_not_allowed", null)]
    [InlineData("GET", "/v1/videos/gen_0", 404, "not_found", null)]
    [InlineData("GET", "/v1/videos/..%2F..", 404, "not_found", null)]
    [InlineData("GET", "/v1/videos/gen_0/content", 404, "not_found", null)]
    [InlineData("POST", "/v1/videos/gen_0/remix", 404, "not_found", null)]
    [InlineData("GET", "/v1/models/no-such", 404, "model_not_found", "model")]
    [InlineData("GET", "/v1/videos?limit=0", 400, "invalid_value", "limit")]
    [InlineData("GET", "/v1/videos?limit=101", 400, "invalid_value", "limit")]
    [InlineData("GET", "/v1/videos?limit=many", 400, "invalid_value", "limit")]
    [InlineData("GET", "/v1/videos?order=up", 400, "invalid_value", "order")]
    [InlineData("GET", "/v1/videos?after=nonsense", 400, "invalid_value", "after")]
    [InlineData("GET", "/v1/videos/gen_0/content?variant=poster", 400, "invalid_value", "variant")]
    public async Task Path_that_leads_nowhere_is_an_error_too(string method, string path, int status, string code, string? param)
    {
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await _client.SendAsync(request, Stop);
        await answer.ShouldBeErrorAsync(status, code, param);
    }

    [Fact]
    public async Task Key_that_is_not_known_is_401_and_other_surfaces_keep_their_own_shape()
    {
        using var stranger = shared.CreateClient("wrong");
        using var answer = await stranger.GetAsync(Videos, Stop);
        await answer.ShouldBeErrorAsync(401, "invalid_api_key");
        using var own = await stranger.GetAsync("/api/generations", Stop);
        await own.ShouldBeProblemAsync(HttpStatusCode.Unauthorized, "unauthorized");
    }

    [Fact]
    public async Task Credits_that_do_not_suffice_are_a_quota_and_the_figures_are_told()
    {
        await using var poor = await TestServer.StartAsync(options => options with { InitialCredits = 30 });
        using var client = poor.CreateClient();
        using var content = new StringContent("""{"model":"kling-2.6","prompt":"x"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(Videos, content, Stop);
        var error = await answer.ShouldBeErrorAsync(429, "insufficient_quota");
        error.Text("type").ShouldBe("insufficient_quota");
        error.Text("message").ShouldContain("30 are available");
    }

    [Fact]
    public async Task Body_of_another_kind_is_415_and_a_broken_form_400()
    {
        using var plain = new StringContent("prompt=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await _client.PostAsync(Videos, plain, Stop);
        await answer.ShouldBeErrorAsync(415, "unsupported_media");
        using var broken = new StringContent("no part", Encoding.UTF8);
        broken.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        using var second = await _client.PostAsync(Videos, broken, Stop);
        await second.ShouldBeErrorAsync(400, "invalid_value");
    }

    [Fact]
    public async Task Body_that_is_too_large_is_413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Videos + "/gen_0/remix") { Content = new ByteArrayContent(new byte[1024 * 1024 + 1]) };
        request.Content.Headers.ContentType = new("application/json");
        using var answer = await _client.SendAsync(request, Stop);
        await answer.ShouldBeErrorAsync(413, "too_large");
    }

    [Fact]
    public async Task Form_whose_parts_do_not_fit_is_refused_by_their_name()
    {
        using var noPicture = OpenAiAnswers.Form(("prompt", "x"), ("model", "kling-2.6"));
        noPicture.Add(new ByteArrayContent("no picture"u8.ToArray()), "input_reference", "a.png");
        using var answer = await _client.PostAsync(Videos, noPicture, Stop);
        await answer.ShouldBeErrorAsync(400, "invalid_value", "input_reference");

        using var wordy = OpenAiAnswers.Form(("prompt", new string('x', 128_001)));
        using var second = await _client.PostAsync(Videos, wordy, Stop);
        await second.ShouldBeErrorAsync(400, "invalid_value", "prompt");

        using var many = OpenAiAnswers.Form([.. Enumerable.Range(0, 201).Select(i => ($"field{i}", "x"))]);
        using var third = await _client.PostAsync(Videos, many, Stop);
        await third.ShouldBeErrorAsync(400, "invalid_value");
    }

    [Fact]
    public async Task Key_that_made_something_else_is_409_and_what_is_not_made_has_no_content_and_stays()
    {
        await using var rich = await TestServer.StartAsync();
        using var client = rich.CreateClient();
        var id = (await client.CreateAsync("""{"model":"kling-2.6","prompt":"x"}""")).Text("id");
        using var content = await client.GetAsync($"{Videos}/{id}/content", Stop);
        await content.ShouldBeErrorAsync(409, "not_ready");

        using var deletion = await client.DeleteAsync($"{Videos}/{id}", Stop);
        await deletion.ShouldBeErrorAsync(409, "conflict");

        client.DefaultRequestHeaders.Add("Idempotency-Key", "k1");
        await client.CreateAsync("""{"model":"kling-2.6","prompt":"x"}""");
        using var other = new StringContent("""{"model":"kling-2.6","prompt":"y"}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(Videos, other, Stop);
        await answer.ShouldBeErrorAsync(409, "idempotency_conflict");
    }

    [Fact]
    public async Task Videos_and_files_of_others_are_as_unknown_as_made_up_ones()
    {
        await using var rich = await TestServer.StartAsync();
        using var owner = rich.CreateClient();
        using var other = await rich.CreateOtherClientAsync();
        var id = (await owner.CreateAsync("""{"model":"kling-2.6","prompt":"x"}""")).Text("id");
        using var upload = new ByteArrayContent(PlainPng.Of(300, 300)) { Headers = { ContentType = new("image/png") } };
        using var uploaded = await owner.PostAsync("/api/assets", upload, Stop);
        var asset = (await uploaded.JsonAsync()).Text("id");

        foreach (var (method, path) in new[] { ("GET", ""), ("GET", "/content"), ("POST", "/remix"), ("DELETE", "") })
        {
            using var request = new HttpRequestMessage(new(method), $"{Videos}/{id}{path}");
            using var answer = await other.SendAsync(request, Stop);
            await answer.ShouldBeErrorAsync(404, "not_found");
        }

        using var theirs = new StringContent($$"""{"model":"kling-2.6","prompt":"x","input_reference":"{{asset}}"}""", Encoding.UTF8, "application/json");
        using var refused = await other.PostAsync(Videos, theirs, Stop);
        await refused.ShouldBeErrorAsync(400, "invalid_value", "input_reference");
        (await other.GetJsonAsync(Videos))["data"]!.AsArray().ShouldBeEmpty();
    }
}
