using System.Net;

namespace KieAi.Tests;

public sealed class KieClientRefusalTests
{
    [Theory]
    [InlineData(400, "bad request", KieOutcome.Refused, false, true)]
    [InlineData(401, "You do not have access permissions", KieOutcome.Refused, false, false)]
    [InlineData(402, "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.", KieOutcome.Refused, false, false)]
    [InlineData(404, "no such path", KieOutcome.Refused, false, false)]
    [InlineData(408, "upstream timed out", KieOutcome.Unknown, false, false)]
    [InlineData(422, "reference_video_urls duration must be between 1 and 15 seconds", KieOutcome.Refused, false, true)]
    [InlineData(422, "Your request was rejected by Flow(unsafe). You may consider using our other fallback channels", KieOutcome.Refused, false, true)]
    [InlineData(422, "The model name you specified is not supported. Please verify your input and use one of the supported models provided by KIE.", KieOutcome.Refused, false, false)]
    [InlineData(429, "Rate limit exceeded", KieOutcome.Refused, true, false)]
    [InlineData(433, "sub-key cap", KieOutcome.Refused, false, false)]
    [InlineData(451, "Failed to fetch the image", KieOutcome.Refused, false, true)]
    [InlineData(455, "maintenance", KieOutcome.Refused, true, false)]
    [InlineData(500, "duration is not within the range of allowed options", KieOutcome.Refused, false, true)]
    [InlineData(500, "This field is required", KieOutcome.Refused, false, true)]
    [InlineData(500, "Please fill in the text prompt or image, video, or audio", KieOutcome.Refused, false, true)]
    [InlineData(500, "Credits insufficient : Your current balance isn't enough to run this request. Please top up to continue.", KieOutcome.Refused, false, false)]
    [InlineData(500, "This interface is temporarily paused.", KieOutcome.Refused, false, false)]
    [InlineData(500, "Server exception, please try again later or contact customer service", KieOutcome.Unknown, false, false)]
    [InlineData(500, "", KieOutcome.Unknown, false, false)]
    [InlineData(501, "generation failed", KieOutcome.Unknown, false, false)]
    [InlineData(505, "This interface is temporarily paused.", KieOutcome.Refused, false, false)]
    [InlineData(505, "switched off", KieOutcome.Refused, false, false)]
    [InlineData(0, "never seen", KieOutcome.Unknown, false, false)]
    [InlineData(9001, "never seen", KieOutcome.Unknown, false, false)]
    public async Task Create_tells_what_a_refusal_left_behind(int code, string msg, KieOutcome outcome, bool transient, bool userFault)
    {
        var fault = await Calls.CreateFaultAsync(new FakeKie($$"""{"code":{{code}},"msg":"{{msg}}","data":null}"""));
        fault.Code.ShouldBe(code);
        fault.HttpStatus.ShouldBe(HttpStatusCode.OK);
        fault.Message.ShouldBe(msg.Length > 0 ? msg : "KIE.ai refused with code 500.");
        fault.Outcome.ShouldBe(outcome);
        fault.IsTransient.ShouldBe(transient);
        fault.IsUserFault.ShouldBe(userFault);
    }

    [Theory]
    [InlineData(422, "recordInfo is null", false)]
    [InlineData(404, "Task not found", false)]
    [InlineData(408, "upstream timed out", true)]
    [InlineData(429, "Rate limit exceeded", true)]
    [InlineData(455, "maintenance", true)]
    [InlineData(500, "Server exception, please try again later or contact customer service", true)]
    [InlineData(501, "generation failed", false)]
    [InlineData(505, "switched off", false)]
    public async Task Read_says_whether_asking_again_helps_and_never_leaves_anything_behind(int code, string msg, bool transient)
    {
        var fault = await Calls.GetFaultAsync(new FakeKie($$"""{"code":{{code}},"msg":"{{msg}}","data":null}"""));
        fault.Message.ShouldBe(msg);
        fault.IsTransient.ShouldBe(transient);
        fault.Outcome.ShouldBe(KieOutcome.Refused);
        fault.IsUserFault.ShouldBeFalse();
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, Wire.NoAccess, 401, KieOutcome.Refused)]
    [InlineData(HttpStatusCode.InternalServerError, """{"code":422,"message":"bad field"}""", 422, KieOutcome.Refused)]
    [InlineData(HttpStatusCode.BadRequest, """{"code":500,"message":"who knows"}""", 500, KieOutcome.Unknown)]
    [InlineData(HttpStatusCode.BadGateway, Wire.TaskAccepted, 200, KieOutcome.Unknown)]
    public async Task Code_of_the_envelope_goes_before_the_http_status(HttpStatusCode status, string body, int code, KieOutcome outcome)
    {
        var fault = await Calls.CreateFaultAsync(new FakeKie(body, status));
        fault.HttpStatus.ShouldBe(status);
        fault.Code.ShouldBe(code);
        fault.Outcome.ShouldBe(outcome);
    }

    [Fact]
    public async Task Upload_refusal_has_the_upload_hosts_text()
    {
        var kie = new FakeKie("""{"success":false,"code":400,"msg":"Missing required parameter: uploadPath"}""");
        var fault = await Should.ThrowAsync<KieException>(
            () => kie.Client().UploadAsync(Stream.Null, "a.png", "image/png", "x", TestContext.Current.CancellationToken));
        fault.Message.ShouldBe("Missing required parameter: uploadPath");
        fault.IsUserFault.ShouldBeFalse();
    }
}
