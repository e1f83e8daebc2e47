using System.Text;

namespace KieAi.AspNetCore.Tests;

public sealed class KieApiFaultTests
{
    private const string Create = "/api/v1/jobs/createTask";
    private const string Generate = "/api/v1/veo/generate";
    private const string NoAccess = """{"code":401,"msg":"You do not have access permissions"}""";
    private const string Malformed = """{"code":400,"msg":"The request body is not valid JSON","data":null}""";

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer wrong")]
    [InlineData("Basic the-key")]
    [InlineData("the-key")]
    public async Task Wrong_key_gets_kies_words(string? authorization)
    {
        await using var host = await KieHost.StartAsync();
        host.Http.DefaultRequestHeaders.Authorization = null;
        if (authorization is not null) host.Http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        (await host.PostAsync(Create, "not even json")).ShouldBe(NoAccess);
        (await host.GetAsync("/api/v1/jobs/recordInfo")).ShouldBe("""{"code":401,"msg":"Unauthorized"}""");
        (await host.GetAsync("/api/v1/veo/record-info")).ShouldBe(NoAccess);
        (await host.GetAsync("/api/v1/chat/credit")).ShouldBe(NoAccess);
        (await host.PostAsync("/api/file-stream-upload", "")).ShouldBe("""{"success":false,"code":401,"msg":"Authentication failed: Invalid API Key"}""");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("model=m&input=x")]
    [InlineData("""{"model":"m","input":{"a":1,"a":2}}""")]
    [InlineData("""{"model":"m","model":"n"}""")]
    [InlineData("""{"model":"m","input":{"prompt":"\ud800"}}""")]
    [InlineData("""{"model":"m","input":{"\udc00":1}}""")]
    public async Task Body_that_is_no_sound_json_is_refused(string body)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync(Create, body)).ShouldBe(Malformed);
        host.Backend.Call.ShouldBeNull();
    }

    [Fact]
    public async Task Body_that_is_too_deep_or_no_utf8_is_refused()
    {
        await using var host = await KieHost.StartAsync();
        var deep = $$"""{"model":"m","input":{{string.Concat(Enumerable.Repeat("""{"a":""", 100))}}1{{new string('}', 100)}}}""";
        (await host.PostAsync(Create, deep)).ShouldBe(Malformed);
        (await host.PostAsync(Create, new ByteArrayContent([.. "{\"model\":\""u8, 0xff, 0xfe, .. "\"}"u8]))).ShouldBe(Malformed);
    }

    [Theory]
    [InlineData(Create, "{}", 500, "model is required")]
    [InlineData(Create, """{"model":null}""", 500, "model is required")]
    [InlineData(Create, """{"model":" "}""", 500, "model is required")]
    [InlineData(Create, """{"model":5}""", 500, "model is not within the range of allowed options")]
    [InlineData(Create, """{"model":"m","input":"text"}""", 500, "input is not within the range of allowed options")]
    [InlineData(Create, """{"model":"m","input":[]}""", 500, "input is not within the range of allowed options")]
    [InlineData(Create, """{"model":"m","callBackUrl":{}}""", 500, "callBackUrl is not within the range of allowed options")]
    [InlineData(Generate, """{"model":"veo3"}""", 422, "prompt is required")]
    [InlineData(Generate, """{"prompt":"p","duration":"long"}""", 422, "duration is not within the range of allowed options")]
    [InlineData(Generate, """{"prompt":"p","duration":99999999999}""", 422, "duration is not within the range of allowed options")]
    [InlineData(Generate, """{"prompt":"p","imageUrls":"https://a.example/1.png"}""", 422, "imageUrls is not within the range of allowed options")]
    [InlineData(Generate, """{"prompt":"p","imageUrls":[null]}""", 422, "imageUrls is not within the range of allowed options")]
    [InlineData(Generate, """{"prompt":"p","aspectRatio":9}""", 422, "aspectRatio is not within the range of allowed options")]
    public async Task Field_that_is_missing_or_of_a_wrong_type_is_named(string path, string body, int code, string message)
    {
        await using var host = await KieHost.StartAsync();
        (await host.PostAsync(path, body)).ShouldBe($$"""{"code":{{code}},"msg":"{{message}}","data":null}""");
        host.Backend.Call.ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_beyond_a_megabyte_is_refused_with_and_without_a_length(bool chunked)
    {
        await using var host = await KieHost.StartAsync();
        var body = Encoding.UTF8.GetBytes($$"""{"model":"{{new string('m', 1024 * 1024)}}"}""");
        HttpContent content = chunked ? new StreamContent(new Unseekable(body)) : new ByteArrayContent(body);
        (await host.PostAsync(Create, content)).ShouldBe("""{"code":400,"msg":"The request body is larger than 1 MB","data":null}""");
    }

    [Theory]
    [InlineData("/api/v1/jobs/recordInfo")]
    [InlineData("/api/v1/jobs/recordInfo?taskId=")]
    [InlineData("/api/v1/veo/record-info?taskid2=x")]
    public async Task Missing_task_id_is_told(string path)
    {
        await using var host = await KieHost.StartAsync();
        (await host.GetAsync(path)).ShouldBe("""{"code":400,"msg":"taskId parameter is required","data":null}""");
    }

    [Fact]
    public async Task Fault_of_the_backend_is_code_500_without_a_word_of_it()
    {
        const string fault = """{"code":500,"msg":"Server exception, please try again later or contact customer service","data":null}""";
        await using var host = await KieHost.StartAsync(new TestBackend { Fault = new InvalidOperationException("secret path") });
        (await host.PostAsync(Create, """{"model":"m"}""")).ShouldBe(fault);
        (await host.PostAsync(Generate, """{"prompt":"p"}""")).ShouldBe(fault);
        (await host.GetAsync("/api/v1/jobs/recordInfo?taskId=a1")).ShouldBe(fault);
        (await host.GetAsync("/api/v1/chat/credit")).ShouldBe(fault);

        host.Backend.Fault = null;
        host.Backend.Reply(new KieReply<string>(200, "success", null));
        (await host.PostAsync(Create, """{"model":"m"}""")).ShouldBe(fault);
    }

    private sealed class Unseekable(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
