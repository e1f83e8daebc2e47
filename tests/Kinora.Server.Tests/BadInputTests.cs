using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Kinora.Server.Tests;

public sealed class BadInputTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Generate = "/api/generate/video";
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Body, code, field at fault where there is one.</summary>
    public static TheoryData<string, string, string?> Bodies => new()
    {
        { "", "invalid_json", null },
        { "{", "invalid_json", null },
        { """{"model":"kling-2.6" "prompt":"x"}""", "invalid_json", null },
        { """{"model":"kling-2.6",}""", "invalid_json", null },
        { "[]", "invalid_json", null },
        { "null", "invalid_json", null },
        { "\"kling-2.6\"", "invalid_json", null },
        { "{}", "invalid_input", "model" },
        { """{"model":null,"prompt":"x"}""", "invalid_input", "model" },
        { """{"model":7,"prompt":"x"}""", "invalid_input", "model" },
        { """{"model":"kling-2.6","promt":"x"}""", "invalid_input", "promt" },
        { """{"model":"kling-2.6","prompt":"x","prompt":"y"}""", "invalid_input", "prompt" },
        { """{"model":"kling-2.6","prompt":"x","duration":"5"}""", "invalid_input", "duration" },
        { """{"model":"kling-2.6","prompt":"x","duration":5.5}""", "invalid_input", "duration" },
        { """{"model":"kling-2.6","prompt":"x","duration":99999999999999999999}""", "invalid_input", "duration" },
        { """{"model":"kling-2.6","prompt":"x","sound":"yes"}""", "invalid_input", "sound" },
        { """{"model":"kling-2.6","prompt":"x","references":"https://example.com/a.png"}""", "invalid_input", "references" },
        { """{"model":"kling-2.6","prompt":"x","references":[1]}""", "invalid_input", "references" },
        { """{"model":"kling-2.6","prompt":"x","parameters":[]}""", "invalid_input", "parameters" },
        { """{"model":"kling-2.6","prompt":"\ud800"}""", "invalid_input", "prompt" },
        { """{"model":"kling-2.6","prompt":"x","\ud800":1}""", "invalid_input", "\"\\ud800" },
        { """{"model":"kling-2.6","prompt":"x","parameters":{"\ud800":1}}""", "invalid_input", "parameters" },
        { """{"model":"kling-2.6","prompt":"x","parameters":{"size":"\ud800"}}""", "invalid_input", "parameters" },
        { """{"model":"no-such-model","prompt":"x"}""", "unknown_model", "model" },
        { """{"model":"kling-2.6","prompt":"x","duration":7}""", "invalid_input", "duration" },
        { """{"model":"kling-2.6","prompt":"x","aspectRatio":"5:4"}""", "invalid_input", "aspectRatio" },
        { """{"model":"kling-2.6","prompt":"x","mode":"video-to-opera"}""", "invalid_input", "mode" },
        { """{"model":"kling-2.6"}""", "invalid_input", "prompt" },
        { """{"model":"kling-2.6","prompt":"x","firstFrame":"http://127.0.0.1/a.png"}""", "invalid_input", "firstFrame" },
        { """{"model":"kling-2.6","prompt":"x","firstFrame":"https://127.0.0.1/a.png"}""", "invalid_input", "firstFrame" },
        { """{"model":"kling-2.6","prompt":"x","firstFrame":"https://localhost/a.png"}""", "invalid_input", "firstFrame" },
        { """{"model":"kling-2.6","prompt":"x","firstFrame":"file:///etc/passwd"}""", "invalid_input", "firstFrame" },
        { """{"model":"kling-2.6","prompt":"x","firstFrame":"asset_00000000000000000000000000000000"}""", "invalid_input", "firstFrame" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_that_does_not_fit_is_named_and_nothing_is_created(string body, string code, string? field)
    {
        using var client = shared.CreateClient();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(Generate, content, Stop);
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, code);
        if (field is not null) problem["errors"]!.AsArray().Select(e => e!.Text("field")).ShouldContain(f => f.StartsWith(field), problem.ToJsonString());
        (await client.GetJsonAsync("/api/generations"))["items"]!.AsArray().ShouldBeEmpty();
        (await client.GetJsonAsync("/api/account")).Number("held").ShouldBe(0);
    }

    [Theory]
    [InlineData("{\"\u00ff\":1}")]
    [InlineData("{\"model\":\"\u00ff\",\"prompt\":\"x\"}")]
    public async Task Body_that_is_not_utf8_is_invalid_json(string latin)
    {
        using var client = shared.CreateClient();
        using var content = new ByteArrayContent(Encoding.Latin1.GetBytes(latin)) { Headers = { ContentType = new("application/json") } };
        using var answer = await client.PostAsync(Generate, content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_json");
    }

    [Theory]
    [InlineData("utf-8", HttpStatusCode.OK)]
    [InlineData("UTF-8", HttpStatusCode.OK)]
    [InlineData("utf-16", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("nonsense", HttpStatusCode.UnsupportedMediaType)]
    public async Task Json_in_another_charset_than_utf8_is_415(string charset, HttpStatusCode expected)
    {
        using var client = shared.CreateClient();
        using var content = new ByteArrayContent("""{"model":"kling-2.6","prompt":"x"}"""u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=" + charset);
        using var answer = await client.PostAsync("/api/quotes", content, Stop);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("PUT", "/api/preferences", """{"a":1,"b":2,"a":3}""", "a")]
    [InlineData("PUT", "/api/preferences", """{"a":{"b":1,"b":2}}""", null)]
    [InlineData("PUT", "/api/preferences", """{"a":"\ud800"}""", null)]
    [InlineData("POST", Generate, """{"model":"kling-2.6","prompt":"x","parameters":{"a":1,"a":2}}""", null)]
    public async Task Object_of_any_fields_is_checked_before_it_is_used(string method, string path, string json, string? field)
    {
        using var client = shared.CreateClient();
        var (status, problem) = await client.SendJsonAsync(method, path, json);
        (status, problem.Text("code")).ShouldBe((HttpStatusCode.BadRequest, "invalid_input"), problem.ToJsonString());
        if (field is not null) problem["errors"]!.AsArray().ShouldHaveSingleItem()!.Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task Faults_tell_what_was_given_and_what_would_do()
    {
        using var client = shared.CreateClient();
        var (_, problem) = await client.PostAsync(Generate, """{"model":"kling-2.6","prompt":"x","duration":7,"aspectRatio":"5:4"}""");
        var errors = problem["errors"]!.AsArray();
        var duration = errors.Single(e => e!.Text("field") == "duration")!;
        duration["given"]!.GetValue<int>().ShouldBe(7);
        duration["allowed"]!.AsArray().Select(a => a!.GetValue<string>()).ShouldBe(["5", "10"]);
        errors.Single(e => e!.Text("field") == "aspectRatio")!.Text("given").ShouldBe("5:4");
    }

    [Fact]
    public async Task Broken_json_tells_where_it_breaks()
    {
        using var client = shared.CreateClient();
        var (_, problem) = await client.PostAsync(Generate, "{\n  \"model\": oops\n}");
        problem.Text("detail").ShouldContain("line 2, byte 12");
    }

    [Fact]
    public async Task Unknown_field_is_refused_with_the_fields_there_are()
    {
        using var client = shared.CreateClient();
        var (_, problem) = await client.PostAsync("/api/quotes", """{"model":"kling-2.6","prompt":"x","lenght":5}""");
        var error = problem["errors"]!.AsArray().Single()!;
        error.Text("field").ShouldBe("lenght");
        error["given"]!.GetValue<int>().ShouldBe(5);
        error["allowed"]!.AsArray().Select(a => a!.GetValue<string>()).ShouldContain("duration");
    }

    [Theory]
    [InlineData("/api/generations?limit=0", "limit")]
    [InlineData("/api/generations?limit=101", "limit")]
    [InlineData("/api/generations?limit=many", "limit")]
    [InlineData("/api/generations?cursor=nonsense", "cursor")]
    [InlineData("/api/generations?status=done", "status")]
    [InlineData("/api/account/ledger?cursor=-1", "cursor")]
    [InlineData("/api/account/ledger?limit=1e9", "limit")]
    [InlineData("/api/events?after=x", "Last-Event-ID")]
    public async Task Query_that_does_not_fit_is_named(string path, string field)
    {
        using var client = shared.CreateClient();
        using var answer = await client.GetAsync(path, Stop);
        var problem = await answer.ShouldBeProblemAsync(HttpStatusCode.BadRequest, "invalid_input");
        problem["errors"]!.AsArray().Single()!.Text("field").ShouldBe(field);
    }

    [Fact]
    public async Task Body_that_is_not_json_is_415()
    {
        using var client = shared.CreateClient();
        using var content = new StringContent("model=kling-2.6", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await client.PostAsync(Generate, content, Stop);
        await answer.ShouldBeProblemAsync(HttpStatusCode.UnsupportedMediaType, "unsupported_media");
    }

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("POST", "/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("PUT", "/api/account", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("GET", "/api/generations/gen_0", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/api/generations/%27%20OR%201=1", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/api/assets/..%2F..%2Fkinora.db/content", HttpStatusCode.NotFound, "not_found")]
    public async Task Path_that_leads_nowhere_is_a_problem_too(string method, string path, HttpStatusCode status, string code)
    {
        using var client = shared.CreateClient();
        using var request = new HttpRequestMessage(new(method), path);
        using var answer = await client.SendAsync(request, Stop);
        await answer.ShouldBeProblemAsync(status, code);
    }

    [Theory]
    [InlineData("""{"credits":0,"reason":"x"}""", "credits")]
    [InlineData("""{"credits":1000000001,"reason":"x"}""", "credits")]
    [InlineData("""{"credits":5,"reason":" "}""", "reason")]
    [InlineData("""{"credits":5}""", "reason")]
    [InlineData("""{"credits":1.5,"reason":"x"}""", "credits")]
    public async Task Grant_that_does_not_fit_is_named(string body, string field)
    {
        using var client = shared.CreateClient();
        var (status, problem) = await client.PostAsync("/api/admin/accounts/owner/grants", body);
        status.ShouldBe(HttpStatusCode.BadRequest);
        problem["errors"]!.AsArray().Single()!.Text("field").ShouldBe(field);
        (await client.GetJsonAsync("/api/account")).Number("balance").ShouldBe(10_000);
    }
}
