using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using KieAi;
using Kinora.Core.Providers;
using Kinora.Core.Providers.Accounts;
using Kinora.Core.Providers.Kie;
using Kinora.Testing;

namespace Kinora.Core.Tests.Providers;

public sealed class KieProviderTests : HttpMessageHandler
{
    private static readonly ProviderSubmission Jobs =
        new("jobs", "kling-2.6/text-to-video", new JsonObject { ["prompt"] = "a kite" }, new("https://kinora.example/cb?token=1"));
    private static readonly ProviderSubmission Veo =
        new("veo", "veo3_fast", new JsonObject { ["prompt"] = "a kite", ["duration"] = 8, ["aspect_ratio"] = "16:9" }, null);

    private Func<HttpResponseMessage> _answer = () => Json("""{"code":200,"msg":"success","data":{"taskId":"task_1"}}""");
    private (string Host, string Path, JsonNode? Body) _asked;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Jobs_submission_carries_model_input_and_callback()
    {
        (await Provider().SubmitAsync(Jobs, Stop)).ShouldBe(new SubmissionOutcome.Accepted("task_1"));
        _asked.Path.ShouldBe("/api/v1/jobs/createTask");
        _asked.Body!.ToJsonString().ShouldBe(
            """{"model":"kling-2.6/text-to-video","input":{"prompt":"a kite"},"callBackUrl":"https://kinora.example/cb?token=1"}""");
    }

    [Fact]
    public async Task Veo_submission_goes_to_its_own_endpoint_with_the_model_in_the_body()
    {
        (await Provider().SubmitAsync(Veo, Stop)).ShouldBe(new SubmissionOutcome.Accepted("task_1"));
        _asked.Path.ShouldBe("/api/v1/veo/generate");
        _asked.Body!["model"]!.GetValue<string>().ShouldBe("veo3_fast");
        _asked.Body["duration"]!.GetValue<int>().ShouldBe(8);
        _asked.Body["aspect_ratio"]!.GetValue<string>().ShouldBe("16:9");
        _asked.Body["callBackUrl"].ShouldBeNull();
    }

    [Theory]
    [InlineData("runway", "/api/v1/runway/generate", """{"prompt":"a kite","duration":5,"quality":"720p"}""")]
    [InlineData("runway-extend", "/api/v1/runway/extend", """{"taskId":"a1","prompt":"a kite","quality":"720p"}""")]
    [InlineData("aleph", "/api/v1/aleph/generate", """{"prompt":"a kite","videoUrl":"https://files.example/v.mp4","seed":7}""")]
    [InlineData("modify", "/api/v1/modify/generate", """{"prompt":"a kite","videoUrl":"https://files.example/v.mp4","watermark":"K"}""")]
    public async Task Endpoints_of_their_own_take_the_fields_beside_the_callback_and_no_model(string endpoint, string path, string input)
    {
        var fields = JsonNode.Parse(input)!.AsObject();
        (await Provider().SubmitAsync(new(endpoint, "some-id", fields, new("https://kinora.example/cb?token=1")), Stop)).ShouldBe(new SubmissionOutcome.Accepted("task_1"));
        _asked.Path.ShouldBe(path);
        fields["callBackUrl"] = "https://kinora.example/cb?token=1";
        JsonNode.DeepEquals(_asked.Body, fields).ShouldBeTrue(_asked.Body!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"code":422,"msg":"prompt is required","data":null}""", false, true)]
    [InlineData("""{"code":500,"msg":"duration is not within the range of allowed options","data":null}""", false, true)]
    [InlineData("""{"code":402,"msg":"Credits insufficient : Your current balance isn't enough to run this request.","data":null}""", false, false)]
    [InlineData("""{"code":429,"msg":"Rate limit exceeded","data":null}""", true, false)]
    [InlineData("""{"code":455,"msg":"maintenance","data":null}""", true, false)]
    [InlineData("""{"code":422,"msg":"Your request was rejected by Flow(unsafe).","data":null}""", false, true)]
    public async Task Stated_refusals_are_definite(string body, bool retryable, bool byUser)
    {
        _answer = () => Json(body);
        var refused = (await Provider().SubmitAsync(Jobs, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>();
        (refused.Retryable, refused.ByUser).ShouldBe((retryable, byUser));
        refused.Message.ShouldBe(JsonNode.Parse(body)!["msg"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("<html>502 Bad Gateway</html>", 502)]
    [InlineData("""{"code":200,"msg":"success","da""", 200)]
    [InlineData("""{"code":200,"msg":"success","data":{}}""", 200)]
    [InlineData("""{"code":500,"msg":"Server exception, please try again later or contact customer service","data":null}""", 200)]
    public async Task Answers_that_do_not_say_no_leave_the_outcome_unknown(string body, int status)
    {
        _answer = () => new((HttpStatusCode)status) { Content = new StringContent(body) };
        (await Provider().SubmitAsync(Jobs, Stop)).ShouldBeOfType<SubmissionOutcome.Unknown>();
    }

    [Fact]
    public async Task A_connection_that_never_stood_may_be_tried_again_and_one_that_broke_may_not()
    {
        _answer = () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        (await Provider().SubmitAsync(Jobs, Stop)).ShouldBeOfType<SubmissionOutcome.Refused>().Retryable.ShouldBeTrue();
        _answer = () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "reset");
        (await Provider().SubmitAsync(Jobs, Stop)).ShouldBeOfType<SubmissionOutcome.Unknown>();
    }

    [Theory]
    [InlineData("success", """{\"resultUrls\":[\"https://files.example/a.mp4\"]}""", ProviderTaskState.Succeeded)]
    [InlineData("success", "", ProviderTaskState.Succeeded)]
    [InlineData("generating", "", ProviderTaskState.Active)]
    [InlineData("a word of tomorrow", "", ProviderTaskState.Active)]
    [InlineData("fail", "", ProviderTaskState.Failed)]
    public async Task Every_word_of_the_jobs_api_has_a_meaning(string state, string result, ProviderTaskState expected)
    {
        _answer = () => Json($$$"""{"code":200,"msg":"success","data":{"taskId":"t","state":"{{{state}}}","resultJson":"{{{result}}}","failMsg":"Internal Error"}}""");
        var seen = await Provider().ObserveAsync("jobs", "t", Stop);
        (seen.State, seen.Words).ShouldBe((expected, state));
        seen.Outputs.Count.ShouldBe(result.Length > 0 ? 1 : 0);
        if (expected is ProviderTaskState.Failed) seen.FailureMessage.ShouldBe("Internal Error");
    }

    [Theory]
    [InlineData(0, "null", ProviderTaskState.Active)]
    [InlineData(1, """{"resultUrls":["https://files.example/a.mp4"]}""", ProviderTaskState.Succeeded)]
    [InlineData(2, "null", ProviderTaskState.Failed)]
    [InlineData(3, "null", ProviderTaskState.Failed)]
    [InlineData(9, "null", ProviderTaskState.Active)]
    public async Task Every_flag_of_veo_has_a_meaning(int flag, string response, ProviderTaskState expected)
    {
        _answer = () => Json($$$"""{"code":200,"msg":"success","data":{"taskId":"t","successFlag":{{{flag}}},"response":{{{response}}},"errorMessage":"unsafe content policy"}}""");
        var seen = await Provider().ObserveAsync("veo", "t", Stop);
        seen.State.ShouldBe(expected);
        if (expected is ProviderTaskState.Failed) seen.FailureMessage.ShouldBe("unsafe content policy");
    }

    [Fact]
    public async Task After_an_extension_the_whole_clip_comes_after_its_new_part()
    {
        _answer = () => Json("""
            {"code":200,"msg":"success","data":{"taskId":"t","successFlag":1,
             "response":{"resultUrls":["https://files.example/new.mp4"],"fullResultUrls":["https://files.example/whole.mp4","https://files.example/new.mp4"]}}}
            """);
        (await Provider().ObserveAsync("veo", "t", Stop)).Outputs.ShouldBe([new("https://files.example/new.mp4"), new("https://files.example/whole.mp4")]);
    }

    [Fact]
    public async Task A_fresh_link_is_asked_for_by_the_address_that_lapsed()
    {
        _answer = () => Json("""{"code":200,"msg":"success","data":"https://files.example/a.mp4?signature=1"}""");
        (await Provider().FreshLinkAsync(new("https://files.example/a.mp4"), Stop)).ShouldBe(new Uri("https://files.example/a.mp4?signature=1"));
        _asked.Path.ShouldBe("/api/v1/common/download-url");
        _asked.Body!["url"]!.GetValue<string>().ShouldBe("https://files.example/a.mp4");

        _answer = () => Json("""{"code":422,"msg":"The url is not one of ours","data":null}""");
        (await Provider().FreshLinkAsync(new("https://files.example/a.mp4"), Stop)).ShouldBeNull();
        _answer = () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused");
        await Should.ThrowAsync<ProviderException>(() => Provider().FreshLinkAsync(new("https://files.example/a.mp4"), Stop));
    }

    [Theory]
    [InlineData("runway", "queueing", """{"state":"queueing","videoInfo":null}""", ProviderTaskState.Active)]
    [InlineData("runway", "success", """{"state":"success","videoInfo":{"videoUrl":"https://files.example/a.mp4"}}""", ProviderTaskState.Succeeded)]
    [InlineData("runway", "success", """{"state":"success","videoInfo":{"videoUrl":""}}""", ProviderTaskState.Succeeded)]
    [InlineData("runway-extend", "fail", """{"state":"fail","failCode":400,"failMsg":"It broke."}""", ProviderTaskState.Failed)]
    [InlineData("aleph", "0", """{"successFlag":0,"errorCode":0,"errorMessage":""}""", ProviderTaskState.Active)]
    [InlineData("aleph", "0", """{"successFlag":0,"errorCode":400,"errorMessage":"It broke."}""", ProviderTaskState.Failed)]
    [InlineData("aleph", "1", """{"successFlag":1,"errorCode":0,"response":{"resultVideoUrl":"https://files.example/a.mp4"}}""", ProviderTaskState.Succeeded)]
    [InlineData("modify", "0", """{"successFlag":0}""", ProviderTaskState.Active)]
    [InlineData("modify", "4", """{"successFlag":4,"response":{"resultUrls":["https://files.example/a.mp4"]}}""", ProviderTaskState.Succeeded)]
    [InlineData("modify", "2", """{"successFlag":2,"errorCode":400,"errorMessage":"It broke."}""", ProviderTaskState.Failed)]
    public async Task Records_of_endpoints_of_their_own_are_read_alike(string endpoint, string words, string record, ProviderTaskState expected)
    {
        _answer = () => Json($$"""{"code":200,"msg":"success","data":{{record}}}""");
        var seen = await Provider().ObserveAsync(endpoint, "t", Stop);
        _asked.Path.ShouldBe(endpoint.StartsWith("runway", StringComparison.Ordinal) ? "/api/v1/runway/record-detail" : $"/api/v1/{endpoint}/record-info");
        (seen.State, seen.Words).ShouldBe((expected, words));
        seen.Outputs.ShouldBe(record.Contains("a.mp4", StringComparison.Ordinal) ? [new Uri("https://files.example/a.mp4")] : []);
        (seen.FailureCode, seen.FailureMessage).ShouldBe(expected is ProviderTaskState.Failed ? ("400", "It broke.") : (null, null));
    }

    [Theory]
    [InlineData("""{"code":422,"msg":"recordInfo is null","data":null}""")]
    [InlineData("<html>")]
    public async Task A_record_that_cannot_be_read_is_no_state(string body)
    {
        _answer = () => Json(body);
        await Should.ThrowAsync<ProviderException>(() => Provider().ObserveAsync("jobs", "t", Stop));
    }

    [Fact]
    public void Callback_addresses_carry_the_proof_and_the_secret_of_their_api()
    {
        var server = new Uri("https://kinora.example");
        Provider().CallbackAddress(server, "jobs", "generation=g").ShouldBe(new Uri("https://kinora.example/api/webhooks/kie?generation=g&secret=a%26b"));
        Provider().CallbackAddress(server, "aleph", "generation=g").ShouldBe(new Uri("https://kinora.example/api/webhooks/kie?generation=g&secret=a%26b"));
        Provider().CallbackAddress(server, "veo", "generation=g").ShouldBe(new Uri("https://kinora.example/api/webhooks/veo?generation=g"));
    }

    [Fact]
    public async Task Upload_goes_to_the_upload_host()
    {
        _answer = () => Json("""{"success":true,"code":200,"msg":"ok","data":{"downloadUrl":"https://files.example/clip.mp4"}}""");
        (await Provider().UploadAsync("clip.mp4", "video/mp4", new MemoryStream([1]), Stop)).ShouldBe(new Uri("https://files.example/clip.mp4"));
        _asked.Host.ShouldBe("up.example");
        await Provider().SubmitAsync(Jobs, Stop);
        _asked.Host.ShouldBe("api.example");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isJson = request.Content?.Headers.ContentType?.MediaType == "application/json";
        var body = isJson ? JsonNode.Parse(await request.Content!.ReadAsStringAsync(cancellationToken)) : null;
        _asked = (request.RequestUri!.Host, request.RequestUri.AbsolutePath, body);
        return _answer();
    }

    private KieProvider Provider()
    {
        var account = new ProviderAccount
        {
            Id = "kie", Provider = "kie", BaseUrl = new("https://api.example"), UploadBaseUrl = new("https://up.example"), Keys = ["key"],
        };
        var clock = new FakeClock();
        return new(account, new() { CallbackSecret = "a&b" }, new HttpClient(this, disposeHandler: false), new LocalRateBudgets(clock), clock);
    }

    private static HttpResponseMessage Json(string body) => new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
